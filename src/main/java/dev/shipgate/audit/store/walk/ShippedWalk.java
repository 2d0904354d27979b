package dev.shipgate.audit.store.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.ShippedScope;
import dev.shipgate.audit.store.record.Zstandard;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds the list of shipped releases against the events that it repeats; throws {@link StoreUnreadableException} when
 * it cannot be read. Thread-safe.
 */
public final class ShippedWalk {

    private static final String TABLE = "shipped_release";

    private static final String LISTED = "SELECT listed.decision_id, listed.scope, listed.kind, listed.service, "
            + "listed.environment, listed.version, listed.at_ms, listed.caller, listed.source, listed.measurements, "
            + "listed.chain, listed.position, record.content, COALESCE(record.sequence, 0) <> listed.sequence "
            + "FROM shipped_release listed LEFT JOIN record "
            + "ON record.chain = listed.chain AND record.position = listed.position";

    private static final String EVENTS = "SELECT 1 FROM record WHERE kind = '" + EventKinds.RELEASE_SHIPPED + "'";
    private static final String UNLISTED = EVENTS + " AND NOT EXISTS (SELECT 1 FROM shipped_release listed "
            + "WHERE listed.chain = record.chain AND listed.position = record.position)";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    public ShippedWalk(Database database) {
        this.database = database;
    }

    /** The first shipped release that does not fit, in words; empty when all do. */
    public Optional<String> misfit() {
        return database.read(connection -> {
            boolean listed = isListed(connection);
            Optional<String> misfit = listed ? misfit(connection) : Optional.empty();
            if (misfit.isPresent()) {
                return misfit;
            }
            return Select.of((listed ? UNLISTED : EVENTS) + " LIMIT 1").isAny(connection)
                    ? Optional.of("A release that shipped is missing in the list of shipped releases.")
                    : Optional.empty();
        });
    }

    /** A database that no newer service has written yet has no such list. */
    private static boolean isListed(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, TABLE, null)) {
            return tables.next();
        }
    }

    private static Optional<String> misfit(Connection connection) throws SQLException {
        return Select.of(LISTED).run(connection, found -> {
            Map<Long, Long> removedTo = ActivationWalk.removedTo(connection);
            while (found.next()) {
                if (!fits(found, removedTo)) {
                    return Optional.of("That a release shipped by the decision "
                            + HexFormat.of().formatHex(found.getBytes(1)) + " is not what any event says.");
                }
            }
            return Optional.empty();
        });
    }

    private static boolean fits(ResultSet found, Map<Long, Long> removedTo) throws SQLException {
        if (!Arrays.equals(found.getBytes(2), ShippedScope.column(found.getString(4), found.getString(5)))) {
            return false;
        }
        byte[] content = found.getBytes(13);
        if (content == null) {
            return found.getLong(12) >= 1 && found.getLong(12) <= removedTo.getOrDefault(found.getLong(11), 0L);
        }
        try (InputStream text = Zstandard.open(content)) {
            RecordHead event = RecordHead.read(text);
            return EventKinds.RELEASE_SHIPPED.equals(event.text("kind"))
                    && Instant.ofEpochMilli(found.getLong(7)).toString().equals(event.text("at"))
                    && Objects.equals(event.text("caller"), found.getString(8))
                    && Objects.equals(event.text("source"), found.getString(9))
                    && release(found).equals(event.members().get("release"))
                    && !found.getBoolean(14);
        } catch (IOException | RuntimeException e) {
            // Such content was not written here.
            return false;
        }
    }

    private static JsonNode release(ResultSet found) throws SQLException, IOException {
        return JSON.createObjectNode()
                .put("decision_id", Ids.of(found.getBytes(1)).toString())
                .put("kind", found.getString(3))
                .put("service", found.getString(4))
                .put("environment", found.getString(5))
                .put("version", found.getString(6))
                .set("measurements", JSON.readTree(found.getString(10)));
    }
}
