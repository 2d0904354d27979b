package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.EvaluatedAt;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.context.Waiver;
import dev.shipgate.waivers.GrantedWaiver;
import dev.shipgate.waivers.GrantedWaiver.Revocation;
import dev.shipgate.waivers.WaiverFilter;
import dev.shipgate.waivers.WaiverUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads waivers; throws {@link StoreUnreadableException} when it cannot. Thread-safe. */
public final class WaiverReader {

    /** The columns of the table of waivers that {@link #granted} reads, as the first ones of a query. */
    public static final String COLUMNS = "waiver.waiver_id, waiver.service, waiver.environment, waiver.version, "
            + "waiver.route, waiver.part, waiver.reason, waiver.until_ms, waiver.justification, waiver.ticket, "
            + "waiver.granted_by, waiver.granted_at_ms, waiver.revoked_at_ms, waiver.revoked_by, "
            + "waiver.revoked_because, waiver.first_used_at_ms, waiver.ended_at_ms";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM waiver ";

    private static final String VALID = "revoked_at_ms IS NULL AND ended_at_ms IS NULL AND until_ms > ?";

    private final Database database;

    public WaiverReader(Database database) {
        this.database = database;
    }

    /** Those that are valid at an instant, in the order in which they were granted. */
    public List<Waiver> valid(Instant at) {
        return database.read(
                connection -> Select.of(SELECT + "WHERE " + VALID + " ORDER BY waiver_id", at.toEpochMilli())
                        .all(connection, WaiverReader::waiver));
    }

    /** How many of a service are valid at an instant. */
    public int countValid(String service, Instant at) {
        return database.read(connection -> Select.of(
                        "SELECT COUNT(*) FROM waiver WHERE service = ? AND " + VALID, service, at.toEpochMilli())
                .first(connection, found -> found.getInt(1))
                .orElse(0));
    }

    /** One by its id. */
    public Optional<GrantedWaiver> find(UUID id) {
        return database.read(connection -> Select.of(SELECT + "WHERE waiver_id = ?", (Object) Ids.bytes(id))
                .first(connection, WaiverReader::granted));
    }

    /** Those that fit, newest first. */
    public List<GrantedWaiver> newest(WaiverFilter filter, Instant now, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        if (filter.service() != null) {
            conditions.add("service = ?");
            values.add(filter.service());
        }
        if (filter.before() != null) {
            conditions.add("waiver_id < ?");
            values.add(Ids.bytes(filter.before()));
        }
        if (filter.state() != null) {
            conditions.add(
                    switch (filter.state()) {
                        case REVOKED -> "revoked_at_ms IS NOT NULL";
                        case VALID -> VALID;
                        case EXPIRED -> "revoked_at_ms IS NULL AND (ended_at_ms IS NOT NULL OR until_ms <= ?)";
                    });
            if (filter.state() != GrantedWaiver.State.REVOKED) {
                values.add(now.toEpochMilli());
            }
        }
        values.add(limit);
        String sql = SELECT + "WHERE " + String.join(" AND ", conditions) + " ORDER BY waiver_id DESC LIMIT ?";
        return database.read(connection -> new Select(sql, values).all(connection, WaiverReader::granted));
    }

    /** The newest decisions that pass by a waiver. */
    public List<WaiverUse> uses(UUID id, int limit) {
        return database.read(connection -> Select.of(
                        "SELECT waiver_use.decision_id, record.evaluated_at_ms, record.kind, record.service, "
                                + "record.environment, record.version, record.caller FROM waiver_use "
                                + "JOIN record ON record.decision_id = waiver_use.decision_id "
                                + "WHERE waiver_use.waiver_id = ? ORDER BY waiver_use.decision_id DESC LIMIT ?",
                        Ids.bytes(id),
                        limit)
                .all(connection, WaiverReader::use));
    }

    private static WaiverUse use(ResultSet found) throws SQLException {
        UUID decision = Ids.of(found.getBytes(1));
        return new WaiverUse(
                decision,
                EvaluatedAt.read(decision, found, 2),
                found.getString(3),
                found.getString(4),
                found.getString(5),
                found.getString(6),
                found.getString(7));
    }

    /** Reads the {@link #COLUMNS} of a row. */
    public static GrantedWaiver granted(ResultSet found) throws SQLException {
        Instant revokedAt = instant(found, 13);
        Revocation revocation = revokedAt == null
                ? null
                : new Revocation(revokedAt, String.valueOf(found.getString(14)), String.valueOf(found.getString(15)));
        return new GrantedWaiver(waiver(found), revocation, instant(found, 16), instant(found, 17) != null);
    }

    private static @Nullable Instant instant(ResultSet found, int column) throws SQLException {
        long millis = found.getLong(column);
        return found.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static Waiver waiver(ResultSet found) throws SQLException {
        return new Waiver(
                Ids.of(found.getBytes(1)),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                found.getString(5),
                found.getString(6),
                found.getString(7),
                Instant.ofEpochMilli(found.getLong(8)),
                found.getString(9),
                found.getString(10),
                found.getString(11),
                Instant.ofEpochMilli(found.getLong(12)));
    }
}
