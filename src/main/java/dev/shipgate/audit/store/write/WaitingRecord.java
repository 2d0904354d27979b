package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.NewRecord;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A record that waits to be written: either its caller gives up on it, or the writer takes it, and never both. */
final class WaitingRecord {

    private final NewRecord record;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Optional<UUID>> outcome = new CompletableFuture<>();

    WaitingRecord(NewRecord record) {
        this.record = record;
    }

    NewRecord record() {
        return record;
    }

    /** Takes the record; false when it was taken before: only the first one may have it. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void written(Optional<UUID> decidedBefore) {
        outcome.complete(decidedBefore);
    }

    void refuse() {
        outcome.completeExceptionally(WriteFailedException.unavailable());
    }

    /**
     * Waits for the writer.
     *
     * @return empty when it was written; or the decision that its idempotency key stands for already
     * @throws TimeoutException when nothing is known after this time; if the writer has not taken it, it never will
     * @throws WriteFailedException when it was not written, or that is not known
     */
    Optional<UUID> await(long millis) throws TimeoutException, WriteFailedException {
        try {
            return outcome.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            taken.set(true);
            throw e;
        } catch (ExecutionException e) {
            throw WriteFailedException.unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WriteFailedException.unavailable();
        }
    }
}
