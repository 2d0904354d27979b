package dev.shipgate.audit.store.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.RememberedMarks;
import dev.shipgate.audit.store.record.ShippedScope;
import dev.shipgate.context.MarkedRelease;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.releases.ShippedFilter;
import dev.shipgate.releases.ShippedMark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads which releases shipped; throws {@link StoreUnreadableException} when it cannot. Thread-safe. */
public final class ShippedReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = "SELECT decision_id, kind, service, environment, version, at_ms, caller, "
            + "source, measurements FROM shipped_release ";

    private final Database database;

    public ShippedReader(Database database) {
        this.database = database;
    }

    /** The mark of a decision; empty when it has none. */
    public Optional<ShippedMark> find(UUID decision) {
        return database.read(connection -> Select.of(SELECT + "WHERE decision_id = ?", Ids.bytes(decision))
                .first(connection, ShippedReader::mark));
    }

    /**
     * The marks of the last releases of one service and environment, the last one first.
     *
     * @param releases how many releases count, 1 or more
     */
    public List<MarkedRelease> last(@Nullable String service, @Nullable String environment, int releases) {
        byte[] scope = ShippedScope.column(service, environment);
        return database.read(connection -> {
            List<byte[]> decisions = RememberedMarks.decisions(connection, scope, releases);
            return decisions.isEmpty()
                    ? List.of()
                    : new Select(
                                    SELECT + "WHERE decision_id" + Ids.in(decisions) + " " + ShippedScope.NEWEST_FIRST,
                                    decisions)
                            .all(connection, found -> mark(found).release());
        });
    }

    /** Those that fit, the last one first. */
    public List<ShippedMark> newest(ShippedFilter filter, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (filter.service() != null) {
            conditions.add("service = ?");
            values.add(filter.service());
        }
        if (filter.environment() != null) {
            conditions.add("environment = ?");
            values.add(filter.environment());
        }
        if (filter.before() != null) {
            conditions.add("(sequence, chain, position) < "
                    + "(SELECT sequence, chain, position FROM shipped_release WHERE decision_id = ?)");
            values.add(Ids.bytes(filter.before()));
        }
        values.add(limit);
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
        Select select = new Select(SELECT + where + ShippedScope.NEWEST_FIRST + " LIMIT ?", values);
        return database.read(connection -> select.all(connection, ShippedReader::mark));
    }

    private static ShippedMark mark(ResultSet found) throws SQLException {
        try {
            return new ShippedMark(
                    Ids.of(found.getBytes(1)),
                    found.getString(2),
                    found.getString(3),
                    found.getString(4),
                    found.getString(5),
                    Instant.ofEpochMilli(found.getLong(6)),
                    found.getString(7),
                    ShippedMark.Source.named(found.getString(8)),
                    ReleaseMeasurements.read(JSON.readTree(found.getString(9))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SQLException("A shipped release cannot be read", e);
        }
    }
}
