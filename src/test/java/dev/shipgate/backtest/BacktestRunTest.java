package dev.shipgate.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.backtest.Backtest.BacktestState;
import dev.shipgate.decision.Verdict;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.RulesetLease;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The steps of a backtest, one after the other by one thread: that of the test. */
class BacktestRunTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<String> afterwards = new ArrayList<>();

    private static List<PastDecision> decisions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PastDecisionsOf.decision(count - i, "a", Verdict.PASS, List.of()))
                .toList();
    }

    private Backtest start(PastDecisions decisions, BacktestRun.Comparer evaluations, int threads) {
        try (RulesetLease none = TestRules.leaseOfNone()) {
            Backtest backtest = new Backtest(none, new BacktestTally(decisions.total()), CLOCK);
            new BacktestRun(backtest, decisions, evaluations, queue::add, () -> afterwards.add("closed"))
                    .start(threads);
            return backtest;
        }
    }

    private void work() {
        for (Runnable step = queue.poll(); step != null; step = queue.poll()) {
            step.run();
        }
    }

    @Test
    void allAreEvaluatedOnceOnAnyNumberOfThreads() {
        for (int threads = 1; threads <= 3; threads++) {
            List<PastDecision> seen = new ArrayList<>();
            List<PastDecision> all = decisions(7);
            Backtest backtest = start(
                    new PastDecisionsOf(all, 2),
                    past -> {
                        seen.add(past);
                        return new Comparison.Same(past);
                    },
                    threads);
            assertThat(backtest.progress().state()).isEqualTo(BacktestState.RUNNING);
            work();
            assertThat(seen).isEqualTo(all);
            assertThat(backtest.progress().state()).isEqualTo(BacktestState.DONE);
            assertThat(backtest.tally().counts().evaluated()).isEqualTo(7);
        }
        assertThat(afterwards).containsExactly("closed", "closed", "closed");
    }

    @Test
    void twoTakeTurns() {
        List<String> order = new ArrayList<>();
        for (String name : List.of("one", "other")) {
            start(
                    new PastDecisionsOf(decisions(4), 2),
                    past -> {
                        order.add(name);
                        return new Comparison.Same(past);
                    },
                    1);
        }
        work();
        assertThat(order).containsExactly("one", "one", "other", "other", "one", "one", "other", "other");
    }

    @Test
    void cancellingEndsItAtTheNextDecision() {
        List<Backtest> self = new ArrayList<>();
        Backtest backtest = start(
                new PastDecisionsOf(decisions(10), 5),
                past -> {
                    if (past.id().equals(PastDecisionsOf.id(8))) {
                        self.get(0).cancel();
                    }
                    return new Comparison.Same(past);
                },
                1);
        self.add(backtest);
        work();
        assertThat(backtest.progress().state()).isEqualTo(BacktestState.CANCELLED);
        assertThat(backtest.tally().counts().evaluated()).isEqualTo(3);
        assertThat(afterwards).containsExactly("closed");
    }

    @Test
    void aFailureEndsItAndIsToldInWords() {
        Backtest backtest = start(
                new PastDecisionsOf(decisions(3), 5),
                past -> {
                    throw new IllegalStateException("dev.shipgate.Secret");
                },
                1);
        work();
        assertThat(backtest.progress().state()).isEqualTo(BacktestState.FAILED);
        assertThat(backtest.progress().failure()).isEqualTo("It could not go on. The log says why.");
        assertThat(afterwards).containsExactly("closed");
    }

    @Test
    void aRecordThatCannotBeReadIsCountedApart() {
        PastDecisions unreadable = new PastDecisions() {
            private boolean given;

            @Override
            public int total() {
                return 1;
            }

            @Override
            public List<Unread> next() {
                List<Unread> some = given
                        ? List.of()
                        : List.of(() -> {
                            throw new ContradictedRecordException("Changed.");
                        });
                given = true;
                return some;
            }
        };
        Backtest backtest = start(unreadable, Comparison.Same::new, 1);
        work();
        assertThat(backtest.progress().state()).isEqualTo(BacktestState.DONE);
        assertThat(backtest.tally().counts().summary()).isEqualTo(new BacktestSummary(0, 0, 0, 0, 0, 1));
    }
}
