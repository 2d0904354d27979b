package dev.shipgate.audit.store.record;

import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.context.Waiver;
import dev.shipgate.releases.ShippedMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that is to be appended: of a decision, or of an event of rules, waivers, releases or the log itself. */
public sealed interface NewRecord {

    /** The kind of the decision or the event, such as {@code load_gate}. */
    String kind();

    /** Its content; closed. */
    RecordContent content();

    /** The caller who caused it; null when nobody but the log itself did. */
    @Nullable
    String caller();

    /** The rules that it refers to, if it refers to any. */
    Optional<RulesetText> rules();

    /** How much work it is to write it, in bytes. */
    default long weight() {
        return content().compressedBytes();
    }

    /**
     * A decision.
     *
     * @param index the columns by which it is found
     * @param claim null when it is to stand for no idempotency key
     * @param uses the waivers by which it passes, each as an event for the case that it is the first time
     * @param shipped the event that its release has shipped by it; null when nothing says so
     */
    record DecisionRecord(
            RecordContent content,
            RecordIndex index,
            @Nullable IdempotencyClaim claim,
            List<WaiverUseRecord> uses,
            @Nullable ShippedRecord shipped)
            implements NewRecord {

        /** To insert a name takes about as long as to write so many bytes. */
        private static final int BYTES_OF_NAME = 300;

        @Override
        public String kind() {
            return index.kind();
        }

        @Override
        public String caller() {
            return index.caller();
        }

        @Override
        public Optional<RulesetText> rules() {
            return Optional.of(index.ruleset());
        }

        @Override
        public long weight() {
            long names = (long) index.rules().size() + index.routes().size();
            return content.compressedBytes() + names * BYTES_OF_NAME + (shipped == null ? 0 : shipped.weight());
        }
    }

    /** An event. It is found by its kind alone. */
    sealed interface EventRecord extends NewRecord {}

    /**
     * Rules became active.
     *
     * @param caller the caller who caused it
     * @param at when, in whole milliseconds
     * @param source the way in which they became active
     * @param message why; null when nobody said
     * @param commit of the rules folder, as JSON; null where there is none
     */
    record ActivationRecord(
            RecordContent content,
            String caller,
            RulesetText ruleset,
            Instant at,
            String source,
            @Nullable String message,
            @Nullable String commit)
            implements EventRecord {

        @Override
        public String kind() {
            return EventKinds.ACTIVATED;
        }

        @Override
        public Optional<RulesetText> rules() {
            return Optional.of(ruleset);
        }
    }

    /**
     * Rules were refused.
     *
     * @param caller the caller who wanted them
     */
    record RefusalRecord(RecordContent content, String caller) implements EventRecord {

        @Override
        public String kind() {
            return EventKinds.REFUSED;
        }

        @Override
        public Optional<RulesetText> rules() {
            return Optional.empty();
        }
    }

    /** A release shipped. It is not appended when somebody has said so of the decision before. */
    record ShippedRecord(RecordContent content, ShippedMark mark) implements EventRecord {

        @Override
        public String kind() {
            return EventKinds.RELEASE_SHIPPED;
        }

        @Override
        public String caller() {
            return mark.shippedBy();
        }

        @Override
        public Optional<RulesetText> rules() {
            return Optional.empty();
        }
    }

    /** The oldest records are to be removed, up to a {@link Checkpoint}. */
    record CheckpointRecord(RecordContent content) implements EventRecord {

        @Override
        public String kind() {
            return Checkpoint.KIND;
        }

        @Override
        public @Nullable String caller() {
            return null;
        }

        @Override
        public Optional<RulesetText> rules() {
            return Optional.empty();
        }
    }

    /** An event of a waiver. */
    sealed interface WaiverRecord extends EventRecord {

        UUID waiverId();

        /** When it happened, in whole milliseconds. */
        Instant at();

        @Override
        default Optional<RulesetText> rules() {
            return Optional.empty();
        }
    }

    /** A waiver was granted, by the caller. */
    record WaiverGrantRecord(RecordContent content, Waiver waiver) implements WaiverRecord {

        @Override
        public UUID waiverId() {
            return waiver.waiverId();
        }

        @Override
        public Instant at() {
            return waiver.grantedAt();
        }

        @Override
        public String kind() {
            return EventKinds.WAIVER_GRANTED;
        }

        @Override
        public String caller() {
            return waiver.grantedBy();
        }
    }

    /**
     * A waiver was revoked. It is not appended when the waiver has been revoked before, or is gone.
     *
     * @param because why
     */
    record WaiverRevocationRecord(RecordContent content, String caller, UUID waiverId, Instant at, String because)
            implements WaiverRecord {

        @Override
        public String kind() {
            return EventKinds.WAIVER_REVOKED;
        }
    }

    /** A decision passed by a waiver for the first time. */
    record WaiverUseRecord(RecordContent content, String caller, UUID waiverId, Instant at) implements WaiverRecord {

        @Override
        public String kind() {
            return EventKinds.WAIVER_FIRST_USED;
        }
    }

    /** A waiver that was used has ended. It is not appended when another replica has said so. */
    record WaiverExpiryRecord(RecordContent content, UUID waiverId, Instant at) implements WaiverRecord {

        @Override
        public String kind() {
            return EventKinds.WAIVER_EXPIRED;
        }

        @Override
        public @Nullable String caller() {
            return null;
        }
    }

    /**
     * An idempotency key that is to stand for the decision.
     *
     * @param requestHash tells one request from another
     * @param nowMillis keys that expired before this are free
     * @param expiresAtMillis until when the decision stands for the key
     */
    record IdempotencyClaim(String key, byte[] requestHash, UUID decisionId, long nowMillis, long expiresAtMillis) {}
}
