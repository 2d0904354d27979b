package dev.shipgate.audit.verification;

import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifications that stay as they are, so that a test can look at them. */
public final class StandingVerifications extends Verifications {

    private final Run run;

    private StandingVerifications(Run run) {
        super(new Verification(TestStore.empty(Product.SQLITE).database));
        this.run = run;
    }

    /** One that runs, and has read 1,500 of 6,000 records. */
    public static StandingVerifications running() {
        return new StandingVerifications(standing(null));
    }

    /** One that could not be finished. */
    public static StandingVerifications failed() {
        return new StandingVerifications(
                standing(new End(Instant.now(), null, "The records cannot be read. The log of the service says why.")));
    }

    private static Run standing(@Nullable End end) {
        Progress progress = new Progress();
        progress.begin(6_000);
        for (int i = 0; i < 1_500; i++) {
            progress.advance();
        }
        return new Run("key:ann", Instant.now(), 0, progress, end);
    }

    @Override
    public boolean begin(String by, Set<String> knownHashes) {
        return false;
    }

    @Override
    public Optional<Run> latest() {
        return Optional.of(run);
    }
}
