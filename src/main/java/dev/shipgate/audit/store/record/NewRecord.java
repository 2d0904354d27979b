package dev.shipgate.audit.store.record;

import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be appended.
 *
 * @param kind of the decision or the event
 * @param content closed
 * @param index of a decision; null for an event
 * @param claim null without an idempotency key
 * @param event of the rules; null for a decision, and for an event of the log itself
 */
public record NewRecord(
        String kind,
        RecordContent content,
        @Nullable RecordIndex index,
        @Nullable Claim claim,
        @Nullable EventIndex event) {

    /** A decision, or an event of the log itself, which has no index. */
    public NewRecord(String kind, RecordContent content, @Nullable RecordIndex index, @Nullable Claim claim) {
        this(kind, content, index, claim, null);
    }

    /** An event of the rules. */
    public static NewRecord ofRules(String kind, RecordContent content, EventIndex event) {
        return new NewRecord(kind, content, null, null, event);
    }

    /** The rules that it refers to; null when it refers to none. */
    @Nullable
    public RulesetText ruleset() {
        if (index != null) {
            return index.ruleset();
        }
        return event == null || event.activated() == null
                ? null
                : event.activated().ruleset();
    }

    /** To insert a name takes about as long as to write so many bytes. */
    private static final int BYTES_OF_NAME = 300;

    /** How much work it is to write it, in bytes. */
    public long weight() {
        int names = index == null ? 0 : index.rules().size() + index.routes().size();
        return content.compressedBytes() + (long) names * BYTES_OF_NAME;
    }

    /**
     * An idempotency key that is to stand for the decision.
     *
     * @param requestHash tells one request from another
     * @param nowMillis keys that expired before this are free
     * @param expiresAtMillis until when the decision stands for the key
     */
    public record Claim(String key, byte[] requestHash, UUID decisionId, long nowMillis, long expiresAtMillis) {}
}
