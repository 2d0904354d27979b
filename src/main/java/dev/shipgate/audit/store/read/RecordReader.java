package dev.shipgate.audit.store.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Salt;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.Dictionaries;
import dev.shipgate.audit.store.record.EvaluatedAt;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.Link;
import dev.shipgate.audit.store.record.RecordIndex.FiredRule;
import dev.shipgate.audit.store.record.RecordPlace;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.Zstandard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads records; throws {@link StoreUnreadableException} when it cannot. Thread-safe. */
public final class RecordReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STORED = "SELECT record.decision_id, chain.name, record.position, "
            + "record.sequence, record.previous_hash, record.hash, record.content, %s FROM record "
            + "JOIN chain ON chain.id = record.chain "
            + "WHERE record.decision_id = ?";

    private final Database database;
    private final Dictionaries dictionaries = new Dictionaries();

    public RecordReader(Database database) {
        this.database = database;
    }

    /** The newest decisions that fit, as many as asked for. */
    public List<DecisionRow> rows(DecisionFilter filter, int count) {
        return database.read(connection -> {
            List<byte[]> ids = new DecisionSearch(connection, filter).find(count);
            return ids.isEmpty() ? List.of() : rows(connection, ids);
        });
    }

    /** The decision that fits and was written last, whatever the clocks said; empty when none fits. */
    public Optional<UUID> latest(DecisionFilter filter) {
        return database.read(connection -> LatestDecision.find(connection, filter));
    }

    /** The columns that a list shows of a decision; empty when there is none. */
    public Optional<DecisionRow> row(UUID decision) {
        return database.read(connection ->
                rows(connection, List.of(Ids.bytes(decision))).stream().findFirst());
    }

    /** A decision with all that its index says of it. */
    public Optional<Link> link(UUID decision) {
        return database.read(connection -> Select.of(
                        Link.select(connection, dictionaries) + "WHERE r.decision_id = ?", Ids.bytes(decision))
                .first(connection, found -> Link.read(connection, found, dictionaries)));
    }

    /**
     * The names of services of which there are decisions, in the order of the database.
     *
     * @param after a name after which they begin; null for the beginning
     */
    public List<String> services(@Nullable String after, int count) {
        return database.read(connection -> ServiceNames.find(connection, after, count));
    }

    private static List<DecisionRow> rows(Connection connection, List<byte[]> ids) throws SQLException {
        return new Select(
                        "SELECT record.decision_id, record.kind, record.service, record.environment, record.version, "
                                + "record.verdict, ruleset.version, name_set.names, record.caller, "
                                + "record.evaluated_at_ms FROM record JOIN ruleset ON ruleset.id = record.ruleset "
                                + "LEFT JOIN name_set ON name_set.id = record.rules WHERE record.decision_id"
                                + Ids.in(ids) + " ORDER BY record.decision_id DESC",
                        ids)
                .all(connection, RecordReader::row);
    }

    private static DecisionRow row(ResultSet found) throws SQLException {
        UUID decision = Ids.of(found.getBytes(1));
        return new DecisionRow(
                decision,
                EvaluatedAt.read(decision, found, 10),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                found.getString(5),
                found.getString(6),
                found.getString(7),
                names(found.getString(8)),
                found.getString(9));
    }

    private static List<String> names(String json) throws SQLException {
        try {
            return json == null ? List.of() : List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException("A list of names cannot be read", e);
        }
    }

    public Optional<StoredRecord> record(UUID decision) {
        return database.read(connection -> Select.of(stored(connection), Ids.bytes(decision))
                .first(connection, found -> record(connection, found)));
    }

    private String stored(Connection connection) throws SQLException {
        return STORED.formatted(dictionaries.columns(connection, "record"));
    }

    private StoredRecord record(Connection connection, ResultSet found) throws SQLException {
        return new StoredRecord(
                Ids.of(found.getBytes(1)),
                RecordPlace.read(found, 2),
                found.getBytes(6),
                found.getBytes(7),
                dictionaries.read(connection, found, 8));
    }

    /**
     * Some whole records that fit, newest first.
     *
     * @param records the most of them
     * @param bytes beyond which no further one is added; there is always one
     */
    public List<StoredRecord> records(DecisionFilter filter, int records, long bytes) {
        return database.read(
                connection -> records(connection, new DecisionSearch(connection, filter).find(records), bytes));
    }

    private List<StoredRecord> records(Connection connection, List<byte[]> ids, long bytes) throws SQLException {
        List<StoredRecord> some = new ArrayList<>();
        long size = 0;
        // Prepared once for all of them.
        try (PreparedStatement select = connection.prepareStatement(stored(connection))) {
            for (byte[] id : ids) {
                select.setBytes(1, id);
                try (ResultSet found = select.executeQuery()) {
                    if (found.next()) {
                        StoredRecord record = record(connection, found);
                        some.add(record);
                        size += record.content().length;
                    }
                }
                if (size >= bytes) {
                    break;
                }
            }
        }
        return some;
    }

    /** How many decisions fit, up to a number. */
    public int count(DecisionFilter filter, int max) {
        return database.read(connection -> new DecisionSearch(connection, filter).count(max));
    }

    /** The files that a ruleset is made of, as they were stored; empty when there is no such version. */
    public Optional<byte[]> ruleset(String version) {
        return database.read(connection -> Select.of("SELECT files FROM ruleset WHERE version = ?", version)
                .first(connection, found -> Zstandard.text(found.getBytes(1))));
    }

    /** The decision that an idempotency key stands for; empty when it is free. */
    public Optional<IdempotencyKeys.Taken> idempotencyKey(String key, long nowMillis) {
        return database.read(connection -> IdempotencyKeys.find(connection, key, nowMillis));
    }

    /** The salt of the hashes of this store. */
    public byte[] salt() {
        return database.read(Salt::read);
    }

    /** How often each rule fired, and when last, in all chains. */
    public Map<FiredRule, RuleActivity> ruleActivity() {
        Select select = Select.of("SELECT package, rule, text_sha256, SUM(fired), MAX(last_fired_ms) FROM rule_firing "
                + "GROUP BY package, rule, text_sha256");
        return database.read(connection -> select.run(connection, found -> {
            Map<FiredRule, RuleActivity> activity = new HashMap<>();
            while (found.next()) {
                activity.put(
                        new FiredRule(found.getString(1), found.getString(2), found.getString(3)),
                        new RuleActivity(found.getLong(4), Instant.ofEpochMilli(found.getLong(5))));
            }
            return activity;
        }));
    }
}
