package dev.shipgate.audit.store.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.read.WaiverReader;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.audit.store.schema.Schema;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.waivers.GrantedWaiver;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the list of waivers against the events that it repeats: one that nobody granted, or that was revoked, would let
 * releases pass. Throws {@link StoreUnreadableException} when it cannot be read. Thread-safe.
 */
public final class WaiverWalk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WAIVERS = "SELECT " + WaiverReader.COLUMNS
            + ", waiver.chain, waiver.position, record.content FROM waiver LEFT JOIN record "
            + "ON record.chain = waiver.chain AND record.position = waiver.position";

    private final Database database;

    public WaiverWalk(Database database) {
        this.database = database;
    }

    /** The first waiver that does not fit, in words; empty when all do. */
    public Optional<String> misfit() {
        return database.read(connection -> {
            // A database that no newer service has written yet has no such list.
            if (!Schema.hasColumn(connection, "waiver", "waiver_id")) {
                return Optional.empty();
            }
            Set<String> revoked = revoked(connection);
            Map<Long, Long> removedTo = ActivationWalk.removedTo(connection);
            return Select.of(WAIVERS).run(connection, found -> {
                while (found.next()) {
                    GrantedWaiver waiver = WaiverReader.granted(found);
                    if (!fits(waiver, found, revoked, removedTo)) {
                        return Optional.of("The waiver " + waiver.waiver().waiverId()
                                + " is not as the events of waivers say that it was granted or revoked.");
                    }
                }
                return Optional.empty();
            });
        });
    }

    /** The ids of the waivers that were revoked, as far as the events are still there. */
    private static Set<String> revoked(Connection connection) throws SQLException {
        Set<String> revoked = new HashSet<>();
        for (byte[] content : Select.of("SELECT content FROM record WHERE kind = ?", EventKinds.WAIVER_REVOKED)
                .all(connection, found -> found.getBytes(1))) {
            RecordHead event = head(content);
            revoked.add(event == null ? "" : String.valueOf(event.text("waiver_id")));
        }
        return revoked;
    }

    private static boolean fits(GrantedWaiver waiver, ResultSet found, Set<String> revoked, Map<Long, Long> removedTo)
            throws SQLException {
        boolean isRevokedByEvent = revoked.contains(waiver.waiver().waiverId().toString());
        if (isRevokedByEvent && waiver.revocation() == null) {
            return false;
        }
        byte[] content = found.getBytes("content");
        if (content == null) {
            return found.getLong("position") >= 1
                    && found.getLong("position") <= removedTo.getOrDefault(found.getLong("chain"), 0L);
        }
        RecordHead event = head(content);
        return event != null && EventKinds.WAIVER_GRANTED.equals(event.text("kind")) && isGrant(event, waiver);
    }

    private static boolean isGrant(RecordHead event, GrantedWaiver waiver) {
        try {
            JsonNode granted = JSON.readTree(String.valueOf(event.json("waiver")));
            return EvaluationContext.readWaiver(granted).equals(waiver.waiver());
        } catch (IOException | IllegalArgumentException e) {
            // Such content was not written here.
            return false;
        }
    }

    private static @Nullable RecordHead head(byte[] content) {
        try (InputStream text = Zstandard.open(content)) {
            return RecordHead.read(text);
        } catch (IOException | RuntimeException e) {
            // Such content was not written here.
            return null;
        }
    }
}
