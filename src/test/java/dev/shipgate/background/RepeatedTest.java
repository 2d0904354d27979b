package dev.shipgate.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void goesOnAfterWhatFailsAndEndsWhenItIsClosed() {
        Repeated repeated = Repeated.start("repeated-test", Duration.ofMillis(1), () -> {
            if (runs.incrementAndGet() % 2 == 0) {
                throw new OutOfMemoryError("as if");
            }
            throw new IllegalStateException("as if");
        });
        try (repeated) {
            await().until(() -> runs.get() >= 10);
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("repeated-test")));
    }

    @Test
    void whatTakesLongerThanAPeriodIsDoneAgainAtOnceAndNotMoreOftenLater() throws InterruptedException {
        try (Repeated repeated = Repeated.start("repeated-test-slow", Duration.ofMillis(200), () -> {
            if (runs.incrementAndGet() == 1) {
                sleep(1_000);
            }
        })) {
            assertThat(repeated).isNotNull();
            await().until(() -> runs.get() == 1);
            Thread.sleep(1_400);
            assertThat(runs.get()).isBetween(2, 5);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
