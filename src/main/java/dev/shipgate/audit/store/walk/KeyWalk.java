package dev.shipgate.audit.store.walk;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.Checkpoint;
import dev.shipgate.audit.store.record.Dictionaries;
import dev.shipgate.audit.store.record.Dictionary;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.Zstandard;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the idempotency keys against the decisions that they stand for; throws {@link StoreUnreadableException} when
 * they cannot be read. Thread-safe.
 */
public final class KeyWalk {

    /** Each brings the content of its record. */
    private static final int KEYS_OF_PAGE = 10;

    private static final String PAGE = "SELECT idempotency_key.idempotency_key, record.content, %s FROM "
            + "idempotency_key LEFT JOIN record ON record.decision_id = idempotency_key.decision_id "
            + "WHERE idempotency_key.idempotency_key > ? ORDER BY idempotency_key.idempotency_key LIMIT "
            + KEYS_OF_PAGE;

    private static final Select CHECKPOINT = Select.of("SELECT 1 FROM record WHERE kind = ? LIMIT 1", Checkpoint.KIND);

    /** A key that no walk comes to. */
    private static final Select NO_KEY =
            Select.of("SELECT 1 FROM idempotency_key WHERE idempotency_key IS NULL OR idempotency_key = '' LIMIT 1");

    private final Database database;
    private final Dictionaries dictionaries = new Dictionaries();

    public KeyWalk(Database database) {
        this.database = database;
    }

    /** One page of keys: the last key that was read, empty at the end of the keys; and the misfit, if there is one. */
    private record Page(String last, Optional<String> misfit) {}

    /** The first key that does not fit, in words; empty when all do. */
    public Optional<String> misfit() {
        if (database.read(connection -> NO_KEY.isAny(connection))) {
            return Optional.of("An idempotency key is none.");
        }
        String after = "";
        do {
            String from = after;
            Page page = database.read(connection -> page(connection, from));
            if (page.misfit().isPresent()) {
                return page.misfit();
            }
            after = page.last();
        } while (!after.isEmpty());
        return Optional.empty();
    }

    private Page page(Connection connection, String after) throws SQLException {
        return Select.of(PAGE.formatted(dictionaries.columns(connection, "record")), after)
                .run(connection, found -> {
                    String last = "";
                    while (found.next()) {
                        last = found.getString(1);
                        byte[] content = found.getBytes(2);
                        Dictionary dictionary = dictionaries.read(connection, found, 3);
                        // Of a decision that retention has removed, the key goes a little later.
                        if (content == null ? !CHECKPOINT.isAny(connection) : !isOf(content, dictionary, last)) {
                            return new Page(
                                    last,
                                    Optional.of("An idempotency key stands for a decision that was not made under it: "
                                            + last));
                        }
                    }
                    return new Page(last, Optional.empty());
                });
    }

    private static boolean isOf(byte[] content, @Nullable Dictionary dictionary, String stored) {
        try (InputStream text = Zstandard.open(content, dictionary)) {
            RecordHead head = RecordHead.read(text);
            String key = head.text("idempotency_key");
            String caller = head.text("caller");
            return key != null
                    && caller != null
                    && IdempotencyKeys.stored(key, caller).equals(stored);
        } catch (IOException | RuntimeException e) {
            // Such content was not written here.
            return false;
        }
    }
}
