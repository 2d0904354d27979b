package dev.shipgate.audit.verification;

import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.TooManyRequestsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Verifications of this process: one at a time, for a caller who waits, or beside the requests. Thread-safe. */
@ApplicationScoped
public class Verifications {

    private static final Logger LOG = Logger.getLogger(Verifications.class);

    private final Verification verification;

    /** A walk reads every record: two at a time would take twice as long, and a hundred would take the service. */
    private final Bulkhead walking = new Bulkhead(1, "Verifications");

    private final AtomicReference<@Nullable Run> latest = new AtomicReference<>();

    Verifications(Verification verification) {
        this.verification = verification;
    }

    /**
     * A verification beside the requests.
     *
     * @param by the name of who began it
     * @param heads how many hashes that were noted earlier it looks for
     * @param progress how far it has come
     * @param end null while it runs
     */
    public record Run(
            String by,
            Instant begun,
            int heads,
            Progress progress,
            @Nullable End end) {

        private Run ended(@Nullable VerificationReport report, @Nullable String failure) {
            return new Run(by, begun, heads, progress, new End(Clock.systemUTC().instant(), report, failure));
        }

        /** Whether it has not ended. */
        public boolean isRunning() {
            return end == null;
        }
    }

    /**
     * The end of one.
     *
     * @param report null when it failed
     * @param failure in words for people; null when there is a report
     */
    public record End(
            Instant at,
            @Nullable VerificationReport report,
            @Nullable String failure) {}

    /**
     * Verifies, and gives the result.
     *
     * @param knownHashes hashes of records that were noted earlier
     * @throws TooManyRequestsException while another one runs
     */
    public VerificationReport run(Set<String> knownHashes) {
        return walking.run(() -> verification.run(knownHashes));
    }

    /**
     * Begins one that nobody waits for.
     *
     * @param by the name of who begins it
     * @param knownHashes hashes of records that were noted earlier
     * @return false when one that was begun in this way has not ended, which goes on
     */
    public synchronized boolean begin(String by, Set<String> knownHashes) {
        Run before = latest.get();
        if (before != null && before.isRunning()) {
            return false;
        }
        Run begun = new Run(by, Clock.systemUTC().instant(), knownHashes.size(), new Progress(), null);
        latest.set(begun);
        Thread thread = new Thread(() -> latest.set(end(begun, knownHashes)), "verification");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    private Run end(Run begun, Set<String> knownHashes) {
        try {
            return begun.ended(walking.run(() -> verification.run(knownHashes, begun.progress())), null);
        } catch (TooManyRequestsException e) {
            return begun.ended(null, "Another verification ran, which was asked for over the API.");
        } catch (RuntimeException e) {
            LOG.error("A verification failed", e);
            return begun.ended(null, "The records cannot be read. The log of the service says why.");
        }
    }

    /** The last one that was begun beside the requests since this process started. */
    public Optional<Run> latest() {
        return Optional.ofNullable(latest.get());
    }
}
