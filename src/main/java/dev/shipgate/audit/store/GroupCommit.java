package dev.shipgate.audit.store;

import dev.shipgate.audit.store.ChainAppender.Head;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a chain: records that wait at the same time share a commit, so that a disk which takes a
 * millisecond for a commit does not make a thousand decisions a second the most there can be. When the
 * database fails, everything that waits is refused, and the chain is opened again and again until it can be
 * written. Thread-safe.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    private static final int MAX_RECORDS_OF_COMMIT = 256;
    private static final long MAX_BYTES_OF_COMMIT = 32 << 20;
    private static final Duration REOPEN_AFTER = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Database database;
    private final Housekeeping housekeeping;
    private final CommitListener listener;
    private final BlockingQueue<Waiting> queue;
    private final Duration timeout;
    private final Thread writer = new Thread(this::run, "audit-writer");
    private final CountDownLatch firstOpened = new CountDownLatch(1);

    private volatile boolean stopped;
    private volatile boolean available;

    /** Nobody knows whether a store that does not answer will: nothing more is to wait for it. */
    private volatile boolean stalled;

    /** Used by the writer alone. */
    private @Nullable Head onDisk;

    /** Is told what the writer does. */
    public interface CommitListener {

        void committed(int records, Duration duration);
    }

    /** Why a record was not written. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        /** The cause, as metrics call it. */
        public enum Cause {
            UNAVAILABLE,
            QUEUE_FULL,
            TIMEOUT
        }

        private final Cause cause;

        RefusedException(Cause cause, String message) {
            super(message);
            this.cause = cause;
        }

        public Cause refusal() {
            return cause;
        }
    }

    /** A record in the queue: either its caller gives up on it, or the writer takes it, and never both. */
    private record Waiting(NewRecord record, AtomicBoolean taken, CompletableFuture<Optional<UUID>> outcome) {}

    /**
     * @param capacity the most records that may wait
     * @param timeout the longest that one waits
     */
    public GroupCommit(
            Database database, Housekeeping housekeeping, CommitListener listener, int capacity, Duration timeout) {
        this.database = database;
        this.housekeeping = housekeeping;
        this.listener = listener;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.timeout = timeout;
        this.writer.setDaemon(true);
    }

    /** Begins to write, and waits for a while until it can. */
    public void start(Duration patience) throws InterruptedException {
        writer.start();
        if (!firstOpened.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The audit store takes long to open");
        }
    }

    /** Whether records can be written now. */
    public boolean available() {
        return available && !stalled;
    }

    public int waiting() {
        return queue.size();
    }

    /**
     * Saves work whose outcome could not be recorded.
     *
     * @throws RefusedException when nothing can be written now
     */
    public void requireAvailable() throws RefusedException {
        if (!available()) {
            throw storeUnavailable();
        }
    }

    private static RefusedException storeUnavailable() {
        return new RefusedException(
                RefusedException.Cause.UNAVAILABLE,
                "The audit store cannot be written now, and what is not recorded is not answered.");
    }

    /**
     * Returns when the record is on disk.
     *
     * @return empty; or the decision that the record's idempotency key stands for already
     * @throws RefusedException when that could not be made sure of
     */
    public Optional<UUID> write(NewRecord record) throws RefusedException {
        requireAvailable();
        Waiting waiting = new Waiting(record, new AtomicBoolean(), new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new RefusedException(
                    RefusedException.Cause.QUEUE_FULL, "More decisions wait to be recorded than may wait.");
        }
        if (!available && waiting.taken().compareAndSet(false, true)) {
            // The writer may have emptied the queue before this came in.
            throw storeUnavailable();
        }
        return await(waiting);
    }

    private Optional<UUID> await(Waiting waiting) throws RefusedException {
        try {
            return waiting.outcome().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            waiting.taken().set(true);
            stall();
            throw new RefusedException(
                    RefusedException.Cause.TIMEOUT,
                    "The audit store did not record the decision within " + timeout.toMillis() + " ms.");
        } catch (ExecutionException e) {
            throw storeUnavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw storeUnavailable();
        }
    }

    private void stall() {
        if (available()) {
            LOG.errorf(
                    "The audit store does not answer within %d ms, so evaluations are answered 503 until it does",
                    timeout.toMillis());
        }
        stalled = true;
    }

    private void run() {
        boolean reopening = false;
        while (!stopped) {
            try (Chain chain = database.openChain()) {
                if (reopening) {
                    WriteProbe.write(chain.connection());
                }
                ChainAppender appender = new ChainAppender(chain);
                if (onDisk != null) {
                    appender.requireRecord(onDisk);
                }
                available(chain);
                serve(appender);
            } catch (SQLException | RuntimeException | Error e) {
                // Errors too, such as memory that ran out: without this thread nothing would ever be recorded again.
                unavailable(e);
                reopening = true;
                pause();
            }
        }
        available = false;
        refuseAllWaiting();
    }

    private void available(Chain chain) {
        stalled = false;
        available = true;
        firstOpened.countDown();
        LOG.infof("Decisions are recorded in %s, chain %s", database.product(), chain.name());
    }

    private void unavailable(Throwable cause) {
        if (available || firstOpened.getCount() > 0) {
            LOG.errorf(
                    reason(cause), "The audit store cannot be written, so evaluations are answered 503 until it can");
        }
        available = false;
        firstOpened.countDown();
        refuseAllWaiting();
    }

    /** Without the text of a batch, which has all that was to be recorded: that does not belong in a log. */
    private static Throwable reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof BatchUpdateException && cause != null ? cause : failure;
    }

    private void refuseAllWaiting() {
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(GroupCommit::refuse);
    }

    private static void refuse(Waiting waiting) {
        waiting.outcome().completeExceptionally(storeUnavailable());
    }

    private void pause() {
        try {
            Thread.sleep(REOPEN_AFTER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void serve(ChainAppender appender) throws SQLException {
        while (!stopped || !queue.isEmpty()) {
            onDisk = appender.onDisk();
            housekeeping.step(appender, Clock.systemUTC().instant());
            onDisk = appender.onDisk();
            List<Waiting> batch = next();
            if (batch.isEmpty()) {
                // So that health says it before a caller has to find out.
                appender.requirePresent();
            } else {
                commit(appender, batch);
            }
            stalled = false;
        }
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        try {
            Duration patience = housekeeping.busy() ? Duration.ZERO : IDLE;
            Waiting waiting = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            long bytes = 0;
            while (waiting != null) {
                if (waiting.taken().compareAndSet(false, true)) {
                    batch.add(waiting);
                    bytes += waiting.record().content().compressedBytes();
                }
                boolean full = batch.size() == MAX_RECORDS_OF_COMMIT || bytes > MAX_BYTES_OF_COMMIT;
                waiting = full ? null : queue.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        return batch;
    }

    private void commit(ChainAppender appender, List<Waiting> batch) throws SQLException {
        long startNanos = System.nanoTime();
        List<Optional<UUID>> outcomes;
        try {
            outcomes = appender.append(batch.stream().map(Waiting::record).toList());
        } catch (SQLException | RuntimeException | Error e) {
            // Down before anybody learns of it, so that who asks again is refused at once.
            available = false;
            LOG.errorf(reason(e), "%d decisions could not be recorded, so they are answered 503", batch.size());
            batch.forEach(GroupCommit::refuse);
            throw e;
        }
        listener.committed(batch.size(), Duration.ofNanos(System.nanoTime() - startNanos));
        for (int i = 0; i < outcomes.size(); i++) {
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    /** Writes what waits, and stops. */
    @Override
    public void close() {
        stopped = true;
        try {
            writer.join(timeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
