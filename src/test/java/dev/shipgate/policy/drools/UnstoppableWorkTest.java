package dev.shipgate.policy.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.policy.RulesetRefusedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnstoppableWorkTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch lateEnd = new CountDownLatch(1);
    private final UnstoppableWork one = new UnstoppableWork(1, Duration.ofMillis(200));

    private String endless() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "ended";
    }

    private static String refusal(ThrowingCallable work) {
        return catchThrowableOfType(RulesetRefusedException.class, work)
                .diagnostics()
                .get(0)
                .toString();
    }

    @Test
    void givesWhatComesOfIt() throws RulesetRefusedException {
        assertThat(one.run(() -> "done")).isEqualTo("done");
        assertThat(one.runHere(() -> "done here")).isEqualTo("done here");
    }

    @Test
    void letsGoOfWhoeverWaitsForWhatFindsNoEnd() {
        assertThat(refusal(() -> one.run(this::endless)))
                .isEqualTo("rules: The compiler found no end with these rules in 0 s.");
        end.countDown();
    }

    @Test
    void refusesMoreUntilWhatGoesOnHasEnded() throws Exception {
        assertThat(refusal(() -> one.run(this::endless, lateEnd::countDown)))
                .isEqualTo("rules: The compiler found no end with these rules in 0 s.");

        assertThat(refusal(() -> one.run(() -> "more")))
                .isEqualTo("rules: The compiler is still busy with an earlier edit, and finds no end.");

        end.countDown();
        assertThat(lateEnd.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(one.run(() -> "more")).isEqualTo("more");
    }

    @Test
    void doesMoreBesideWhatGoesOnWhereThatMayBe() throws RulesetRefusedException {
        UnstoppableWork two = new UnstoppableWork(2, Duration.ofMillis(200));
        assertThat(refusal(() -> two.run(this::endless)))
                .isEqualTo("rules: The compiler found no end with these rules in 0 s.");

        assertThat(two.run(() -> "beside")).isEqualTo("beside");
        end.countDown();
    }

    @Test
    void tellsOfWhatFailsAndGoesOn() throws RulesetRefusedException {
        IllegalStateException failure = catchThrowableOfType(
                IllegalStateException.class,
                () -> one.run(() -> {
                    throw new StackOverflowError("deep");
                }));

        assertThat(failure).hasMessage("The compiler failed");
        assertThat(failure.getCause()).isInstanceOf(StackOverflowError.class);
        assertThat(one.run(() -> "next")).isEqualTo("next");
    }
}
