package dev.shipgate.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.testing.Logged;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aTaskGoesOnAfterAFailureThatIsLogged() {
        try (Logged log = Logged.by(PeriodicTask.class)) {
            ScheduledExecutorService task = PeriodicTask.start("periodic-test", Duration.ofMillis(1), () -> {
                if (runs.incrementAndGet() % 2 == 0) {
                    throw new StackOverflowError("as if");
                }
                throw new IllegalStateException("as if");
            });
            await().until(() -> runs.get() >= 10);
            task.shutdownNow();
            assertThat(log.entries()).element(0).asString().contains("periodic-test failed, and will be tried again");
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("periodic-test")));
    }
}
