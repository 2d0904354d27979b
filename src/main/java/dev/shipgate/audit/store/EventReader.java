package dev.shipgate.audit.store;

import dev.shipgate.audit.store.EventFilter.Place;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Reads events of the log; throws {@link StoreUnreadableException} when it cannot. Thread-safe. */
public final class EventReader {

    private static final int EVENTS_OF_PAGE = 100;
    private static final String ORDER = "COALESCE(record.sequence, 0), record.chain, record.position";
    private static final String NEWEST_FIRST =
            " ORDER BY COALESCE(record.sequence, 0) DESC, record.chain DESC, record.position DESC LIMIT ?";

    private final Database database;

    public EventReader(Database database) {
        this.database = database;
    }

    /** An event, and where it stands. */
    public record Event(Place place, StoredRecord record) {}

    /**
     * The events that fit, whole, in the order in which they were written, last one first.
     *
     * @param count the most of them
     */
    public List<Event> newest(EventFilter filter, int count) {
        List<Event> fitting = new ArrayList<>();
        EventFilter asked = filter;
        List<Event> page;
        do {
            EventFilter further = asked;
            page = database.read(connection -> page(connection, further));
            page.stream().filter(event -> filter.takes(at(event.record()))).forEach(fitting::add);
            asked = page.isEmpty()
                    ? asked
                    : asked.before(page.get(page.size() - 1).place());
        } while (page.size() == EVENTS_OF_PAGE && fitting.size() < count);
        return fitting.subList(0, Math.min(count, fitting.size()));
    }

    private static List<Event> page(Connection connection, EventFilter filter) throws SQLException {
        List<Object> values = new ArrayList<>();
        String sql = "SELECT COALESCE(record.sequence, 0), record.chain, record.position, chain.name, record.position, "
                + "record.sequence, record.previous_hash, record.hash, record.content FROM record "
                + "JOIN chain ON chain.id = record.chain WHERE " + conditions(filter, values) + NEWEST_FIRST;
        values.add(EVENTS_OF_PAGE);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = select.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (found.next()) {
                    events.add(event(found));
                }
                return events;
            }
        }
    }

    private static String conditions(EventFilter filter, List<Object> values) {
        List<String> kinds = filter.kind() == null ? EventIndex.KINDS : List.of(filter.kind());
        StringBuilder conditions = new StringBuilder("record.kind IN (")
                .append(String.join(", ", Collections.nCopies(kinds.size(), "?")))
                .append(')');
        values.addAll(kinds);
        if (filter.caller() != null) {
            // Without its index there is none to be tempted by but that of the kind, which finds few.
            conditions.append(" AND record.caller = ?");
            values.add(filter.caller());
        }
        Place before = filter.before();
        if (before != null) {
            conditions.append(" AND (" + ORDER + ") < (?, ?, ?)");
            values.addAll(List.of(before.sequence(), before.chain(), before.position()));
        }
        return conditions.toString();
    }

    private static Event event(ResultSet found) throws SQLException {
        Place place = new Place(found.getLong(1), found.getLong(2), found.getLong(3));
        RecordPlace recordPlace = RecordPlace.read(found, 4);
        return new Event(place, new StoredRecord(null, recordPlace, found.getBytes(8), found.getBytes(9)));
    }

    /** When it happened; long ago when that cannot be read: the verification tells of it. */
    private static Instant at(StoredRecord event) {
        try (InputStream content = Zstandard.open(event.content())) {
            return Instant.parse(
                    Objects.requireNonNullElse(RecordHead.read(content).text("at"), ""));
        } catch (IOException | DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
