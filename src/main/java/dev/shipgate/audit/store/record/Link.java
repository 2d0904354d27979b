package dev.shipgate.audit.store.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record and its values in the index.
 *
 * @param index by the name of the member of its content that it repeats
 * @param ruleset the version of the rules
 * @param rules the names of rules, as a JSON array
 * @param routes the names of routes, as a JSON array
 */
public record Link(
        StoredRecord record,
        Map<String, @Nullable String> index,
        @Nullable String ruleset,
        @Nullable String rules,
        @Nullable String routes) {

    /** The text that {@link #contradiction} gives for content that was changed. */
    public static final String OTHER_HASH = "Its content does not have the hash that was recorded with it.";

    /** As many as most records have: they are decompressed once. */
    private static final int START_BYTES = 1 << 16;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The query that finds links, up to the condition. */
    public static String select(Connection connection, Dictionaries dictionaries) throws SQLException {
        // A database that no newer service has written yet lacks some of the columns.
        Set<String> columns = Schema.columns(connection, "record");
        boolean isNew = columns.contains("sequence");
        return "SELECT r.decision_id, chain.name, r.position, " + (isNew ? "r.sequence" : "NULL")
                + ", r.previous_hash, r.hash, r.content, r.kind, r.service, r.environment, r.version, r.verdict, "
                + "r.caller, ruleset.version, rules.names, routes.names, " + (isNew ? "r.evaluated_at_ms" : "NULL")
                + ", "
                + dictionaries.columns(connection, "r") + (columns.contains("waived") ? ", r.waived" : ", NULL")
                + " FROM record r JOIN chain ON chain.id = r.chain LEFT JOIN ruleset ON ruleset.id = r.ruleset "
                + "LEFT JOIN name_set rules ON rules.id = r.rules LEFT JOIN name_set routes ON routes.id = r.routes ";
    }

    /** Reads a row that {@link #select} has found. */
    public static Link read(Connection connection, ResultSet found, Dictionaries dictionaries) throws SQLException {
        byte[] id = found.getBytes(1);
        UUID decision = id == null || id.length != Ids.BYTES ? null : Ids.of(id);
        StoredRecord record = new StoredRecord(
                decision,
                RecordPlace.read(found, 2),
                found.getBytes(6),
                found.getBytes(7),
                dictionaries.read(connection, found, 18));
        Map<String, @Nullable String> index = new LinkedHashMap<>();
        index.put("decision_id", decision == null && id != null ? "no id" : Objects.toString(decision, null));
        index.put("kind", found.getString(8));
        index.put("service", found.getString(9));
        index.put("environment", found.getString(10));
        index.put("version", found.getString(11));
        index.put("verdict", found.getString(12));
        index.put("caller", found.getString(13));
        index.put(
                "evaluated_at",
                decision == null ? null : EvaluatedAt.read(decision, found, 17).toString());
        index.put(RecordHead.WAIVED, found.getObject(20) == null ? null : "true");
        return new Link(record, index, found.getString(14), found.getString(15), found.getString(16));
    }

    /** The text that tells how the record, taken by itself, contradicts its hash; null when it does not. */
    public @Nullable String contradiction() {
        // The head is kept in memory, so only one that was written here may be read.
        Optional<byte[]> start = record.unchangedStart(START_BYTES);
        if (start.isEmpty()) {
            return OTHER_HASH;
        }
        boolean isAll = start.get().length < START_BYTES;
        try (InputStream content = isAll ? new ByteArrayInputStream(start.get()) : record.open()) {
            return contradictionTo(RecordHead.read(content));
        } catch (IOException e) {
            return OTHER_HASH;
        }
    }

    private @Nullable String contradictionTo(RecordHead head) {
        for (Map.Entry<String, @Nullable String> column : index.entrySet()) {
            if (!Objects.equals(column.getValue(), head.text(column.getKey()))) {
                return "Its " + column.getKey() + " in the index is not that in its content.";
            }
        }
        boolean same = Objects.equals(ruleset, head.rulesetVersion())
                && names(rules).equals(head.rules())
                && names(routes).equals(head.routes());
        return same ? null : "Its ruleset, rules or routes in the index are not those in its content.";
    }

    private static List<String> names(@Nullable String json) {
        try {
            return json == null ? List.of() : List.of(JSON.readValue(json, String[].class));
        } catch (IOException | RuntimeException e) {
            // Such content, for example a null among the names, was not written here.
            return List.of("not readable");
        }
    }
}
