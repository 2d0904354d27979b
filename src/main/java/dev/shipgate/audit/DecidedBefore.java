package dev.shipgate.audit;

import dev.shipgate.audit.record.Masking;
import dev.shipgate.audit.record.RecordComposer;
import dev.shipgate.audit.record.RecordedSubmission;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.IdempotencyKeys.Taken;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.IdempotencyKeyReusedException;
import dev.shipgate.decision.Submission;
import dev.shipgate.hash.Sha256;
import dev.shipgate.http.limit.Bulkhead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The decisions under idempotency keys. Thread-safe. */
final class DecidedBefore {

    private final Bulkhead largeRecords = new Bulkhead(2, "Reads of large records");
    private final RecordReader reader;
    private final Duration ttl;
    private final Masking masking;
    private final Supplier<byte[]> salt;

    /** @param ttl how long a decision stands for its key */
    DecidedBefore(RecordReader reader, Duration ttl, Masking masking, Supplier<byte[]> salt) {
        this.masking = masking;
        this.reader = reader;
        this.ttl = ttl;
        this.salt = salt;
    }

    /** A key as it is stored: callers do not share theirs. */
    static String stored(Submission submission, String key) {
        return IdempotencyKeys.stored(key, submission.caller());
    }

    /**
     * The answer that stands for a key.
     *
     * @throws IdempotencyKeyReusedException when it stands for another request
     */
    Optional<Answered> find(String kind, Submission submission, String key) {
        return reader.idempotencyKey(stored(submission, key), Clock.systemUTC().millis())
                .flatMap(taken -> answered(taken, kind, submission, key));
    }

    /** Empty when the decision was removed before its key expired. */
    private Optional<Answered> answered(Taken taken, String kind, Submission submission, String key) {
        boolean same = isOf(taken.requestHash(), kind, submission);
        Optional<RecordedSubmission> recorded = reader.link(taken.decisionId()).map(RecordedSubmission::read);
        if (recorded.isPresent()) {
            // An entry of the table of keys counts only if the record itself agrees.
            boolean sameAsRecorded = recorded.get().isOf(kind, submission, masking);
            boolean keyAndRecordAgree = same == sameAsRecorded;
            recorded.get().requireAnswerFor(key, submission.caller(), keyAndRecordAgree);
        }
        if (!same) {
            throw new IdempotencyKeyReusedException(key);
        }
        return recorded.map(submitted -> submitted.answered(largeRecords));
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

    /** The claim that makes a decision stand for a key from now on. */
    IdempotencyClaim claim(Decision decision, Submission submission, String key) {
        long nowMillis = Clock.systemUTC().millis();
        return new IdempotencyClaim(
                stored(submission, key),
                requestHash(decision.kind(), submission, RecordComposer.inOneLine(submission.body())),
                decision.id(),
                nowMillis,
                nowMillis + ttl.toMillis());
    }
}
