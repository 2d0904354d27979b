package dev.shipgate.audit.store.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.record.NewRecord.CheckpointRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A record of the chain that says that the oldest records were removed, and what the rest follows.
 *
 * @param removedTo the position of the last removed record
 * @param removedToHash its hash
 * @param removedBefore what was removed was decided before this
 * @param at when
 */
public record Checkpoint(long removedTo, byte[] removedToHash, Instant removedBefore, Instant at) {

    public static final String KIND = "retention";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The checkpoint for removing all records up to one. */
    public static Checkpoint at(Chain chain, long removedTo, Instant removedBefore, Instant now) throws SQLException {
        try (PreparedStatement select =
                chain.connection().prepareStatement("SELECT hash FROM record WHERE chain = ? AND position = ?")) {
            select.setLong(1, chain.id());
            select.setLong(2, removedTo);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("There is no record at position " + removedTo);
                }
                return new Checkpoint(removedTo, found.getBytes(1), removedBefore, now);
            }
        }
    }

    public CheckpointRecord record() {
        String content = "{\"kind\":\"" + KIND + "\",\"at\":\"" + at + "\",\"removed_before\":\"" + removedBefore
                + "\",\"removed_to\":" + removedTo + ",\"removed_to_hash\":\""
                + HexFormat.of().formatHex(removedToHash) + "\"";
        RecordContent record = new RecordContent();
        try (record) {
            record.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CheckpointRecord(record);
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
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT content FROM record WHERE +chain = ? AND kind = ? ORDER BY position DESC")) {
            select.setLong(1, chain);
            select.setString(2, KIND);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Checkpoint checkpoint = read(found.getBytes(1));
                    if (checkpoint != null) {
                        return checkpoint;
                    }
                }
                return null;
            }
        }
    }

    private static @Nullable Checkpoint read(byte[] compressed) {
        try {
            return of(compressed);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
