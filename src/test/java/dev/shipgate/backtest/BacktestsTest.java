package dev.shipgate.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.backtest.Backtest.BacktestState;
import dev.shipgate.cli.rules.StandaloneEvaluations;
import dev.shipgate.context.ServiceTime;
import dev.shipgate.decision.Verdict;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.policy.compile.TestRules;
import io.quarkus.runtime.ShutdownEvent;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Backtests of no rules, of which none ends before it is let. */
class BacktestsTest {

    private static final DecisionSelection ALL = new DecisionSelection(null, null, null, null, null, 10);

    private final CountDownLatch let = new CountDownLatch(1);
    private final BacktestResults results = new BacktestResults(Duration.ofHours(1), Clock.systemUTC());
    private final Backtests backtests = new Backtests(
            selection -> oneThatWaits(),
            StandaloneEvaluations.named(),
            new ServiceTime(ZoneOffset.UTC),
            new MemoryAdmission(1 << 20),
            new ObjectMapper(),
            new Limits(2, 10, Duration.ofHours(1)),
            results);

    private record Limits(int maxConcurrent, int maxDecisions, Duration resultTtl) implements BacktestConfig {}

    private PastDecisions oneThatWaits() {
        PastDecision masked = new PastDecision(
                PastDecisionsOf.id(1),
                Instant.EPOCH,
                "load_gate",
                null,
                null,
                null,
                Verdict.PASS,
                List.of(),
                true,
                null,
                null,
                new byte[0],
                InputStream::nullInputStream);
        PastDecisions one = new PastDecisionsOf(List.of(masked), 1);
        return new PastDecisions() {
            @Override
            public int total() {
                return one.total();
            }

            @Override
            public List<Unread> next() {
                try {
                    let.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return one.next();
            }
        };
    }

    @AfterEach
    void stop() {
        backtests.stop(new ShutdownEvent());
    }

    private Backtest start() {
        return backtests.start(TestRules::leaseOfNone, ALL);
    }

    @Test
    void oneMoreThanMayRunIsRefusedUntilOneEnds() throws InterruptedException {
        Backtest first = start();
        Backtest second = start();
        assertThatThrownBy(this::start)
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessage("As many backtests run already as may at a time. Try again when one has ended.");
        let.countDown();
        first.awaitEnd();
        second.awaitEnd();
        Backtest third = startWhenFree();
        third.awaitEnd();
        assertThat(third.progress().state()).isEqualTo(BacktestState.DONE);
        assertThat(third.tally().counts().notEvaluable())
                .containsExactly(new BacktestCounts.ObstacleRow(Obstacle.MASKED, 1, PastDecisionsOf.id(1)));
    }

    /** A backtest has ended a moment before its place is free. */
    private Backtest startWhenFree() {
        return await().ignoreException(TooManyRequestsException.class).until(this::start, started -> true);
    }

    @Test
    void rulesThatCannotBeMadeReadyTakeNoPlace() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> backtests.start(
                            () -> {
                                throw new IllegalArgumentException("refused");
                            },
                            ALL))
                    .hasMessage("refused");
        }
        assertThat(start().progress().state()).isEqualTo(BacktestState.RUNNING);
    }

    @Test
    void theStopOfTheServiceCancelsThem() {
        Backtest backtest = start();
        backtests.stop(new ShutdownEvent());
        assertThat(backtest.progress().state()).isEqualTo(BacktestState.CANCELLED);
        assertThat(results.find(backtest.id())).contains(backtest);
    }
}
