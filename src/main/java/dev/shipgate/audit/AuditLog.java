package dev.shipgate.audit;

import dev.shipgate.audit.record.RecordComposer;
import dev.shipgate.audit.record.RecordedSubmission;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.IdempotencyKeys.Taken;
import dev.shipgate.audit.store.record.NewRecord.Claim;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.audit.store.write.WriteFailedException.Refusal;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionLog;
import dev.shipgate.decision.IdempotencyKeyReusedException;
import dev.shipgate.decision.NotRecordedException;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Verdict;
import dev.shipgate.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records decisions in a store, and finds what was decided under an idempotency key. Thread-safe. */
final class AuditLog implements DecisionLog {

    private static final Logger LOG = Logger.getLogger(AuditLog.class);

    private final GroupCommit writer;
    private final RecordReader reader;
    private final RecordComposer composer;
    private final AuditMetrics metrics;
    private final Duration idempotencyTtl;
    private final Supplier<byte[]> salt;
    private final KeyLocks keys = new KeyLocks();

    AuditLog(
            GroupCommit writer,
            RecordReader reader,
            RecordComposer composer,
            AuditMetrics metrics,
            Duration idempotencyTtl,
            Supplier<byte[]> salt) {
        this.writer = writer;
        this.reader = reader;
        this.composer = composer;
        this.metrics = metrics;
        this.idempotencyTtl = idempotencyTtl;
        this.salt = salt;
    }

    @Override
    public Optional<UUID> highestId() {
        return writer.highestId();
    }

    @Override
    public Answered once(String kind, Submission submission, Work work) {
        try {
            // What cannot be recorded need not be evaluated.
            writer.requireAvailable();
            String key = submission.idempotencyKey();
            return key == null
                    ? work.get()
                    : keys.whileHolding(
                            stored(submission, key),
                            () -> recorded(kind, submission, key).orElseGet(work));
        } catch (WriteFailedException e) {
            throw notRecorded(e);
        } catch (StoreUnreadableException e) {
            throw notRecorded(e);
        }
    }

    private Optional<Answered> recorded(String kind, Submission submission, String key) {
        return reader.idempotencyKey(stored(submission, key), Clock.systemUTC().millis())
                .flatMap(taken -> decided(taken, kind, submission, key));
    }

    private static String stored(Submission submission, String key) {
        return IdempotencyKeys.stored(key, submission.caller());
    }

    /** Empty when the decision was removed before its key expired. */
    private Optional<Answered> decided(Taken taken, String kind, Submission submission, String key) {
        boolean same = isOf(taken.requestHash(), kind, submission);
        Optional<RecordedSubmission> recorded = reader.link(taken.decisionId()).map(RecordedSubmission::read);
        if (recorded.isPresent()) {
            // What the table of keys says counts only together with what the record itself says.
            recorded.get()
                    .requireAnswerFor(
                            key, submission.caller(), same == recorded.get().isOf(kind, submission, salt));
        }
        if (!same) {
            throw new IdempotencyKeyReusedException(key);
        }
        return recorded.map(RecordedSubmission::answered);
    }

    private boolean isOf(byte[] requestHash, String kind, Submission submission) {
        return MessageDigest.isEqual(
                        requestHash, requestHash(kind, submission, RecordComposer.inOneLine(submission.body())))
                // As it was hashed before it was hashed as it is recorded.
                || MessageDigest.isEqual(requestHash, requestHash(kind, submission, submission.body()));
    }

    private byte[] requestHash(String kind, Submission submission, byte[] body) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt.get());
        digest.update((kind + "\n" + submission.include() + "\n").getBytes(StandardCharsets.UTF_8));
        return digest.digest(body);
    }

    @Override
    public Answered record(Decision decision, Submission submission) {
        Claim claim = claim(decision, submission);
        try {
            Optional<UUID> decidedBefore = writer.write(composer.compose(decision, submission, claim));
            if (decidedBefore.isPresent() && claim != null) {
                return recorded(decision.kind(), submission, Objects.requireNonNull(submission.idempotencyKey()))
                        .orElseThrow(() -> new NotRecordedException(
                                "The decision of another request with this Idempotency-Key has just been removed."));
            }
            return Answered.of(decision);
        } catch (WriteFailedException e) {
            throw notRecorded(e);
        }
    }

    /** Rules that failed gave no decision to stand for the key: a caller who asks again gets one when they are mended. */
    private @Nullable Claim claim(Decision decision, Submission submission) {
        String key = submission.idempotencyKey();
        if (key == null || decision.verdict() == Verdict.ERROR) {
            return null;
        }
        long nowMillis = Clock.systemUTC().millis();
        return new Claim(
                stored(submission, key),
                requestHash(decision.kind(), submission, RecordComposer.inOneLine(submission.body())),
                decision.id(),
                nowMillis,
                nowMillis + idempotencyTtl.toMillis());
    }

    /** What stands for a key must be known before anything is decided. */
    private NotRecordedException notRecorded(StoreUnreadableException unreadable) {
        LOG.errorf("The audit store cannot be read: %s", unreadable.getCause());
        metrics.refused(Refusal.UNAVAILABLE);
        return new NotRecordedException(
                "The audit store cannot be read now, so what stands for the Idempotency-Key is not known.");
    }

    private NotRecordedException notRecorded(WriteFailedException refused) {
        metrics.refused(refused.refusal());
        return new NotRecordedException(Objects.requireNonNull(refused.getMessage()));
    }
}
