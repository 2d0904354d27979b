package dev.shipgate.audit.store.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.record.NewRecord.CheckpointRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of the chain that says that the oldest records were removed. It names the last removed record, which the
 * remaining records follow.
 *
 * @param removedTo the position of the last removed record
 * @param removedToHash its hash
 * @param removedBefore the time before which the removed records were decided
 * @param at when
 */
public record Checkpoint(long removedTo, byte[] removedToHash, Instant removedBefore, Instant at) {

    public static final String KIND = "retention";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The checkpoint for removing all records up to one. */
    public static Checkpoint at(Chain chain, long removedTo, Instant removedBefore, Instant now) throws SQLException {
        return Select.of("SELECT hash FROM record WHERE chain = ? AND position = ?", chain.id(), removedTo)
                .first(chain.connection(), found -> new Checkpoint(removedTo, found.getBytes(1), removedBefore, now))
                .orElseThrow(() -> new SQLException("There is no record at position " + removedTo));
    }

    public CheckpointRecord record() {
        String content = "{\"kind\":\"" + KIND + "\",\"at\":\"" + at + "\",\"removed_before\":\"" + removedBefore
                + "\",\"removed_to\":" + removedTo + ",\"removed_to_hash\":\""
                + HexFormat.of().formatHex(removedToHash) + "\"";
        return new CheckpointRecord(RecordContent.of(content));
    }

    /** Reads one from the content of a record. */
    static Checkpoint of(byte[] compressed) throws IOException {
        JsonNode content = JSON.readTree(new String(Zstandard.text(compressed), StandardCharsets.UTF_8) + "}");
        return new Checkpoint(
                content.path("removed_to").asLong(),
                HexFormat.of().parseHex(content.path("removed_to_hash").asText()),
                Instant.parse(content.path("removed_before").asText()),
                Instant.parse(content.path("at").asText()));
    }

    /**
     * The newest checkpoint of a chain; null when nothing was ever removed. One that cannot be read does not
     * count: it is for the verification to tell of it.
     */
    static @Nullable public Checkpoint newest(Connection connection, long chain) throws SQLException {
        // The plus keeps SQLite from looking for the few checkpoints among all records of the chain.
        Select select = Select.of(
                "SELECT content FROM record WHERE +chain = ? AND kind = ? ORDER BY position DESC", chain, KIND);
        return select.run(connection, Checkpoint::firstReadable).orElse(null);
    }

    private static Optional<Checkpoint> firstReadable(ResultSet contents) throws SQLException {
        while (contents.next()) {
            try {
                return Optional.of(of(contents.getBytes(1)));
            } catch (IOException | RuntimeException e) {
                // An earlier one may be readable.
            }
        }
        return Optional.empty();
    }
}
