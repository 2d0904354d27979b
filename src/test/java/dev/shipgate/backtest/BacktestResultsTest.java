package dev.shipgate.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.backtest.Backtest.BacktestState;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.RulesetLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestResultsTest {

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final BacktestResults results = new BacktestResults(Duration.ofHours(1), clock);

    private Backtest added() {
        try (RulesetLease none = TestRules.leaseOfNone()) {
            Backtest backtest = new Backtest(none, new BacktestTally(0), clock);
            results.add(backtest);
            return backtest;
        }
    }

    @Test
    void aResultIsKeptForAnHourAfterItsEnd() {
        Backtest backtest = added();
        now = now.plus(Duration.ofHours(5));
        assertThat(results.find(backtest.id())).contains(backtest);
        backtest.end(BacktestState.DONE, null);
        now = now.plus(Duration.ofMinutes(60)).minusMillis(1);
        assertThat(results.find(backtest.id())).contains(backtest);
        now = now.plusMillis(1);
        assertThat(results.find(backtest.id())).isEmpty();
    }

    @Test
    void ofTooManyResultsTheOldestGo() {
        List<Backtest> ended = new ArrayList<>();
        Backtest running = added();
        for (int i = 0; i < BacktestResults.MAX_ENDED + 2; i++) {
            Backtest backtest = added();
            backtest.end(BacktestState.DONE, null);
            ended.add(backtest);
            now = now.plusSeconds(1);
        }
        assertThat(results.find(ended.get(0).id())).isEmpty();
        assertThat(results.find(ended.get(1).id())).isEmpty();
        assertThat(results.find(ended.get(2).id())).isPresent();
        assertThat(results.find(running.id())).isPresent();
    }

    @Test
    void theFirstEndCounts() {
        Backtest backtest = added();
        backtest.cancel();
        Backtest.Progress cancelled = backtest.progress();
        now = now.plusSeconds(1);
        backtest.end(BacktestState.DONE, null);
        assertThat(backtest.progress()).isEqualTo(cancelled);
        assertThat(cancelled).isEqualTo(new Backtest.Progress(BacktestState.CANCELLED, now.minusSeconds(1), null));
    }
}
