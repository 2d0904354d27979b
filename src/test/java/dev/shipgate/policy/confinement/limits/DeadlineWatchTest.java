package dev.shipgate.policy.confinement.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An evaluation that is late is seen, also when nobody has looked for a while. */
class DeadlineWatchTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MANY_BYTES = 1 << 20;

    private final DeadlineWatch watch = new DeadlineWatch(Duration.ofMillis(1), 3);
    private final EvaluationAllowance first = watched();
    private final EvaluationAllowance second = watched();

    private EvaluationAllowance watched() {
        EvaluationAllowance allowance = new EvaluationAllowance(new SharedMemory(1L << 30));
        watch.add(allowance);
        return allowance;
    }

    private void begin(EvaluationAllowance allowance, Duration time) {
        allowance.begin(time, MANY_BYTES);
        watch.begin();
    }

    @Test
    void oneThatIsLateIsSeenBesideOneThatIsNotUntilItEnds() {
        begin(first, HOUR);
        begin(second, Duration.ofMillis(100));
        await().until(watch::isAnyLate);

        second.end();

        await().until(() -> !watch.isAnyLate());
        assertThat(watch.isWatching()).isTrue();
    }

    @Test
    void nobodyLooksWhileNothingIsEvaluated() {
        begin(first, HOUR);
        first.end();

        await().until(() -> !watch.isWatching());

        begin(second, Duration.ZERO);
        assertThat(watch.isWatching()).isTrue();
        await().until(watch::isAnyLate);
    }

    @Test
    @SuppressWarnings("NullAway") // Something that cannot be looked at, as when there is no memory to do so.
    void whereNobodyCanTellWhoIsLateEverybodyHasToLookForItself() {
        watch.add(null);
        begin(first, HOUR);

        await().until(watch::isAnyLate);

        assertThat(watch.isWatching()).isTrue();
        first.end();
        await().during(Duration.ofMillis(100)).until(watch::isWatching);
    }

    /** The thread ends at just these moments. */
    @Test
    void noneGoesUnseenThatBeginsWhenTheThreadIsAboutToEnd() throws InterruptedException {
        long seed = System.nanoTime();
        System.out.println("seed of the pauses: " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            begin(first, Duration.ZERO);
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(watch::isAnyLate);
            first.end();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> !watch.isAnyLate());
            Thread.sleep(3, random.nextInt(1_000_000));
        }
    }
}
