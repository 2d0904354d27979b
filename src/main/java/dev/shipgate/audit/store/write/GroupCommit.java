package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.write.ChainAppender.ChainHead;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final long MAX_WEIGHT_OF_COMMIT = 32 << 20;
    private static final Duration REOPEN_AFTER = Duration.ofMillis(500);

    /** A writer that has nothing to do learns no later than this that it is to stop, or that the store is gone. */
    private static final Duration IDLE = Duration.ofMillis(200);

    private final Database database;
    private final Housekeeping housekeeping;
    private final CommitListener listener;
    private final BlockingQueue<WaitingRecord> queue;
    private final Duration timeout;
    private final Thread writer = new Thread(this::run, "audit-writer");
    private final CountDownLatch firstOpened = new CountDownLatch(1);

    private volatile boolean stopped;
    private volatile boolean available;
    private volatile @Nullable String chain;
    private volatile @Nullable UUID highestId;

    /** Nobody knows whether a store that does not answer will: nothing more is to wait for it. */
    private volatile boolean stalled;

    // Used by the writer alone.
    private @Nullable ChainHead onDisk;
    private @Nullable String lastReason;

    /** Is told of each commit of the writer. */
    public interface CommitListener {

        void committed(int records, Duration duration);
    }

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

    /** The name of the chain that is written; empty until the store could be opened once. */
    public Optional<String> chain() {
        return Optional.ofNullable(chain);
    }

    /** The highest id of a decision that was in the store when it was last opened, of any chain. */
    public Optional<UUID> highestId() {
        return Optional.ofNullable(highestId);
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
     * @throws WriteFailedException when nothing can be written now
     */
    public void requireAvailable() throws WriteFailedException {
        if (!available()) {
            throw WriteFailedException.unavailable();
        }
    }

    /**
     * Returns when the record is on disk.
     *
     * @return empty; or the decision that the record's idempotency key stands for already
     * @throws WriteFailedException when that could not be made sure of
     */
    public Optional<UUID> write(NewRecord record) throws WriteFailedException {
        requireAvailable();
        WaitingRecord waiting = new WaitingRecord(record);
        if (!queue.offer(waiting)) {
            throw WriteFailedException.queueFull();
        }
        if (!available && waiting.take()) {
            // The writer may have emptied the queue before this came in.
            throw WriteFailedException.unavailable();
        }
        try {
            return waiting.await(timeout.toMillis());
        } catch (TimeoutException e) {
            stall();
            throw WriteFailedException.timeout(timeout.toMillis());
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
                highestId = appender.highestId().orElse(null);
                available(chain);
                serve(appender);
                chain.settle();
            } catch (SQLException | RuntimeException | Error e) {
                // Errors too, such as a class that cannot be linked: without this thread nothing would be recorded
                // again.
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
        this.chain = chain.name();
        available = true;
        firstOpened.countDown();
        LOG.infof("Decisions are recorded in %s, chain %s", database.product(), chain.name());
    }

    private void unavailable(Throwable failure) {
        Throwable reason = reason(failure);
        String message = String.valueOf(reason.getMessage());
        if (available || firstOpened.getCount() > 0 || !message.equals(lastReason)) {
            lastReason = message;
            LOG.errorf(
                    reason,
                    "The audit store cannot be written, so evaluations are answered 503 until it can: %s",
                    message);
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
        List<WaitingRecord> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(WaitingRecord::refuse);
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
            List<WaitingRecord> batch = next();
            if (batch.isEmpty()) {
                // So that health says it before a caller has to find out.
                appender.requirePresent();
            } else {
                commit(appender, batch);
            }
            stalled = false;
        }
    }

    private List<WaitingRecord> next() {
        List<WaitingRecord> batch = new ArrayList<>();
        try {
            Duration patience = housekeeping.busy() ? Duration.ZERO : IDLE;
            WaitingRecord waiting = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            long weight = 0;
            while (waiting != null) {
                if (waiting.take()) {
                    batch.add(waiting);
                    weight += waiting.record().weight();
                }
                boolean full = batch.size() == MAX_RECORDS_OF_COMMIT || weight > MAX_WEIGHT_OF_COMMIT;
                waiting = full ? null : queue.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        return batch;
    }

    private void commit(ChainAppender appender, List<WaitingRecord> batch) throws SQLException {
        long startNanos = System.nanoTime();
        List<Optional<UUID>> outcomes;
        try {
            outcomes = appender.append(batch.stream().map(WaitingRecord::record).toList());
        } catch (SQLException | RuntimeException | Error e) {
            // Down before anybody learns of it, so that a caller who asks again is refused at once.
            available = false;
            LOG.errorf(reason(e), "%d decisions could not be recorded, so they are answered 503", batch.size());
            batch.forEach(WaitingRecord::refuse);
            throw e;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            batch.get(i).written(outcomes.get(i));
        }
        listener.committed(batch.size(), Duration.ofNanos(System.nanoTime() - startNanos));
    }

    /** Writes the waiting records, and stops. */
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
