package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.read.EventFilter.EventCursor;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.RecordPlace;
import dev.shipgate.audit.store.record.StoredRecord;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads events of the log; throws {@link StoreUnreadableException} when it cannot. Thread-safe. */
public final class EventReader {

    private static final int EVENTS_OF_A_READING = 100;
    private static final int MOST_READINGS = 20;
    private static final String ORDER = "COALESCE(record.sequence, 0), record.chain, record.position";
    private static final String NEWEST_FIRST =
            " ORDER BY COALESCE(record.sequence, 0) DESC, record.chain DESC, record.position DESC LIMIT ?";

    private final Database database;
    private final int eventsOfAReading;
    private final int mostReadings;

    public EventReader(Database database) {
        this(database, EVENTS_OF_A_READING, MOST_READINGS);
    }

    /**
     * A reader that reads so much for one page.
     *
     * @param eventsOfAReading how many events it reads at once, 1 or more
     * @param mostReadings how often it reads until it gives the events that it has found, 1 or more
     */
    EventReader(Database database, int eventsOfAReading, int mostReadings) {
        this.database = database;
        this.eventsOfAReading = eventsOfAReading;
        this.mostReadings = mostReadings;
    }

    /** An event, and where it stands. */
    public record Event(EventCursor place, StoredRecord record) {}

    /**
     * A page of events.
     *
     * @param next the place before which the next page begins; null when no event is left that could fit
     */
    public record Page(List<Event> events, @Nullable EventCursor next) {}

    /**
     * The events that fit, whole, in the order in which they were written, last one first.
     *
     * <p>When an event happened is only in its content, so a range of time is looked for in one event after the other.
     * To bound its cost, a page ends after a fixed number of events was read, whether they fit or not: it may hold
     * fewer events than are asked for, or none, and have a next page.
     *
     * @param limit the most events of the page
     */
    public Page newest(EventFilter filter, int limit) {
        List<Event> fitting = new ArrayList<>();
        EventFilter rest = filter;
        for (int reading = 0; reading < mostReadings; reading++) {
            List<Event> read = read(rest);
            for (Event event : read) {
                if (filter.takes(at(event.record()))) {
                    if (fitting.size() == limit) {
                        return new Page(fitting, fitting.get(limit - 1).place());
                    }
                    fitting.add(event);
                }
            }
            if (read.size() < eventsOfAReading) {
                return new Page(fitting, null);
            }
            rest = rest.before(read.get(read.size() - 1).place());
        }
        return new Page(fitting, rest.before());
    }

    private List<Event> read(EventFilter filter) {
        return database.read(connection -> read(connection, filter));
    }

    private List<Event> read(Connection connection, EventFilter filter) throws SQLException {
        List<Object> values = new ArrayList<>();
        String sql = "SELECT COALESCE(record.sequence, 0), record.chain, record.position, chain.name, record.position, "
                + "record.sequence, record.previous_hash, record.hash, record.content FROM record "
                + "JOIN chain ON chain.id = record.chain WHERE " + conditions(filter, values) + NEWEST_FIRST;
        values.add(eventsOfAReading);
        return new Select(sql, values).all(connection, EventReader::event);
    }

    private static String conditions(EventFilter filter, List<Object> values) {
        List<String> kinds = filter.kind() == null ? EventKinds.ALL : List.of(filter.kind());
        StringBuilder conditions = new StringBuilder("record.kind IN (")
                .append(String.join(", ", Collections.nCopies(kinds.size(), "?")))
                .append(')');
        values.addAll(kinds);
        if (filter.caller() != null) {
            // Callers have no index, so that the database uses that of the kinds, which finds few records.
            conditions.append(" AND record.caller = ?");
            values.add(filter.caller());
        }
        EventCursor before = filter.before();
        if (before != null) {
            conditions.append(" AND (" + ORDER + ") < (?, ?, ?)");
            values.addAll(List.of(before.sequence(), before.chain(), before.position()));
        }
        return conditions.toString();
    }

    private static Event event(ResultSet found) throws SQLException {
        EventCursor place = new EventCursor(found.getLong(1), found.getLong(2), found.getLong(3));
        RecordPlace recordPlace = RecordPlace.read(found, 4);
        return new Event(place, new StoredRecord(null, recordPlace, found.getBytes(8), found.getBytes(9), null));
    }

    /** When it happened; 1970 if that cannot be read, or was changed, of which the verification tells. */
    private static Instant at(StoredRecord event) {
        if (!event.isUnchanged()) {
            return Instant.EPOCH;
        }
        try (InputStream content = event.open()) {
            return Instant.parse(
                    Objects.requireNonNullElse(RecordHead.read(content).text("at"), ""));
        } catch (IOException | DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
