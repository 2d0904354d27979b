package dev.shipgate.audit.store.walk;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.Checkpoint;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.audit.store.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds the list of activations against the events that it repeats; throws {@link StoreUnreadableException} when it
 * cannot be read. Thread-safe.
 */
public final class ActivationWalk {

    private static final String ACTIVATIONS = "SELECT ruleset.version, activation.at_ms, activation.caller, "
            + "activation.source, activation.message, activation.position, record.content, activation.chain, %s "
            + "FROM activation LEFT JOIN ruleset ON ruleset.id = activation.ruleset LEFT JOIN record "
            + "ON record.chain = activation.chain AND record.position = activation.position";

    /** The columns that a database lacks when no newer service has written it yet. */
    private static final String NEWER =
            "activation.source_commit, activation.sequence IS DISTINCT FROM record.sequence";

    private static final String EVENTS = "SELECT 1 FROM record WHERE kind = '" + EventKinds.ACTIVATED + "'";
    private static final String UNLISTED = EVENTS + " AND NOT EXISTS (SELECT 1 FROM activation "
            + "WHERE activation.chain = record.chain AND activation.position = record.position)";

    private final Database database;

    public ActivationWalk(Database database) {
        this.database = database;
    }

    /** The first activation that does not fit, in words; empty when all do. */
    public Optional<String> misfit() {
        return database.read(connection -> {
            boolean listed = isListed(connection);
            if (listed) {
                Optional<String> misfit = misfit(connection);
                if (misfit.isPresent()) {
                    return misfit;
                }
            }
            return Select.of((listed ? UNLISTED : EVENTS) + " LIMIT 1").isAny(connection)
                    ? Optional.of("The activation of a ruleset is missing in the list of activations.")
                    : Optional.empty();
        });
    }

    private static Optional<String> misfit(Connection connection) throws SQLException {
        String newer = Schema.hasColumn(connection, "activation", "sequence") ? NEWER : "NULL, FALSE";
        return Select.of(ACTIVATIONS.formatted(newer)).run(connection, found -> {
            Map<Long, Long> removedTo = removedTo(connection);
            while (found.next()) {
                if (!fits(found, removedTo)) {
                    return Optional.of("The activation of the ruleset " + found.getString(1) + " at "
                            + Instant.ofEpochMilli(found.getLong(2)) + " is not that of any event.");
                }
            }
            return Optional.empty();
        });
    }

    /** A database that no newer service has written yet has no such list. */
    private static boolean isListed(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "activation", null)) {
            return tables.next();
        }
    }

    /** Up to where the records of each chain have gone by right; without those of which none has. */
    static Map<Long, Long> removedTo(Connection connection) throws SQLException {
        Map<Long, Long> removedTo = new HashMap<>();
        for (long chain : Select.of("SELECT id FROM chain").all(connection, found -> found.getLong(1))) {
            Checkpoint newest = Checkpoint.newest(connection, chain);
            if (newest != null) {
                removedTo.put(chain, newest.removedTo());
            }
        }
        return removedTo;
    }

    private static boolean fits(ResultSet found, Map<Long, Long> removedTo) throws SQLException {
        byte[] content = found.getBytes(7);
        if (content == null) {
            return found.getLong(6) >= 1 && found.getLong(6) <= removedTo.getOrDefault(found.getLong(8), 0L);
        }
        try (InputStream text = Zstandard.open(content)) {
            RecordHead event = RecordHead.read(text);
            return EventKinds.ACTIVATED.equals(event.text("kind"))
                    && Objects.equals(event.rulesetVersion(), found.getString(1))
                    && Instant.ofEpochMilli(found.getLong(2)).toString().equals(event.text("at"))
                    && Objects.equals(event.text("caller"), found.getString(3))
                    && Objects.equals(event.text("source"), found.getString(4))
                    && Objects.equals(event.text("message"), found.getString(5))
                    && Objects.equals(event.json("commit"), found.getString(9))
                    && !found.getBoolean(10);
        } catch (IOException | RuntimeException e) {
            // Such content was not written here.
            return false;
        }
    }
}
