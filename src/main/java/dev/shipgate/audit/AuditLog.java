package dev.shipgate.audit;

import dev.shipgate.audit.record.RecordComposer;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.audit.store.write.WriteFailedException.Refusal;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionLog;
import dev.shipgate.decision.NotRecordedException;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Turn;
import dev.shipgate.decision.Verdict;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records decisions in a store, and finds the decision that was made under an idempotency key. Thread-safe. */
final class AuditLog implements DecisionLog {

    private final GroupCommit writer;
    private final DecidedBefore decidedBefore;
    private final RecordComposer composer;
    private final AuditMetrics metrics;
    private final KeyLocks keys = new KeyLocks();

    AuditLog(GroupCommit writer, DecidedBefore decidedBefore, RecordComposer composer, AuditMetrics metrics) {
        this.writer = writer;
        this.decidedBefore = decidedBefore;
        this.composer = composer;
        this.metrics = metrics;
    }

    @Override
    public Optional<UUID> highestId() {
        return writer.highestId();
    }

    @Override
    public Turn begin(String kind, Submission submission) {
        try {
            // A request that cannot be recorded need not be evaluated.
            writer.requireAvailable();
        } catch (WriteFailedException e) {
            throw notRecorded(e);
        }
        String key = submission.idempotencyKey();
        if (key == null) {
            return new AuditTurn(submission, null, Optional.empty());
        }
        KeyLocks.Held held = keys.hold(DecidedBefore.stored(submission, key));
        try {
            return new AuditTurn(submission, held, decidedBefore.find(kind, submission, key));
        } catch (StoreUnreadableException e) {
            held.close();
            throw notRecorded(e);
        } catch (RuntimeException | Error e) {
            held.close();
            throw e;
        }
    }

    /** One submission's turn. It holds the idempotency key, if there is one. */
    private final class AuditTurn implements Turn {

        private final Submission submission;
        private final KeyLocks.@Nullable Held held;
        private final Optional<Answered> before;

        AuditTurn(Submission submission, KeyLocks.@Nullable Held held, Optional<Answered> before) {
            this.submission = submission;
            this.held = held;
            this.before = before;
        }

        @Override
        public Optional<Answered> decidedBefore() {
            return before;
        }

        @Override
        public Answered record(Decision decision) {
            try {
                return AuditLog.this.record(decision, submission);
            } catch (WriteFailedException e) {
                throw notRecorded(e);
            } catch (StoreUnreadableException e) {
                throw notRecorded(e);
            }
        }

        @Override
        public void close() {
            if (held != null) {
                held.close();
            }
        }
    }

    private Answered record(Decision decision, Submission submission) throws WriteFailedException {
        String key = submission.idempotencyKey();
        // Rules that failed gave no decision to stand for the key: a caller gets one by asking when they are mended.
        IdempotencyClaim claim = key == null || decision.verdict() == Verdict.ERROR
                ? null
                : decidedBefore.claim(decision, submission, key);
        Optional<UUID> byAnother = writer.write(composer.compose(decision, submission, claim));
        if (key != null && claim != null && byAnother.isPresent()) {
            return decidedBefore
                    .find(decision.kind(), submission, key)
                    .orElseThrow(() -> new NotRecordedException(
                            "The decision of another request with this Idempotency-Key has just been removed."));
        }
        return Answered.of(decision);
    }

    /** The decision that stands for a key must be known before anything is decided. */
    private NotRecordedException notRecorded(StoreUnreadableException unreadable) {
        metrics.refused(Refusal.UNAVAILABLE);
        return Unrecorded.of(unreadable, "the decision of the Idempotency-Key is not known");
    }

    private NotRecordedException notRecorded(WriteFailedException refused) {
        metrics.refused(refused.refusal());
        return Unrecorded.of(refused);
    }
}
