package dev.shipgate.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.backtest.BacktestCounts.ObstacleRow;
import dev.shipgate.backtest.BacktestCounts.RuleRow;
import dev.shipgate.backtest.Comparison.Flipped;
import dev.shipgate.backtest.Comparison.NotEvaluable;
import dev.shipgate.backtest.Comparison.Same;
import dev.shipgate.decision.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacktestTallyTest {

    private static final FindingsTurned NOTHING = new FindingsTurned(List.of(), List.of(), false);

    private final BacktestTally tally = new BacktestTally(10);

    private static PastDecision past(int number, @Nullable String service, Verdict verdict) {
        return PastDecisionsOf.decision(number, service, verdict, List.of());
    }

    private static Flipped flip(int number, Verdict from, Verdict to, List<String> newly, List<String> noLonger) {
        return new Flipped(past(number, "a", from), BacktestOutcome.of(from, to), to, newly, noLonger, () -> NOTHING);
    }

    @Test
    void eachVerdictTurnsInOneOfFourWaysOrNot() {
        assertThat(BacktestOutcome.of(Verdict.PASS, Verdict.PASS)).isEqualTo(BacktestOutcome.UNCHANGED);
        assertThat(BacktestOutcome.of(Verdict.ERROR, Verdict.ERROR)).isEqualTo(BacktestOutcome.UNCHANGED);
        assertThat(BacktestOutcome.of(Verdict.PASS, Verdict.BLOCK)).isEqualTo(BacktestOutcome.PASS_TO_BLOCK);
        assertThat(BacktestOutcome.of(Verdict.BLOCK, Verdict.PASS)).isEqualTo(BacktestOutcome.BLOCK_TO_PASS);
        assertThat(BacktestOutcome.of(Verdict.PASS, Verdict.ERROR)).isEqualTo(BacktestOutcome.TO_ERROR);
        assertThat(BacktestOutcome.of(Verdict.BLOCK, Verdict.ERROR)).isEqualTo(BacktestOutcome.TO_ERROR);
        assertThat(BacktestOutcome.of(Verdict.ERROR, Verdict.PASS)).isEqualTo(BacktestOutcome.FROM_ERROR);
        assertThat(BacktestOutcome.of(Verdict.ERROR, Verdict.BLOCK)).isEqualTo(BacktestOutcome.FROM_ERROR);
    }

    @Test
    void eachDecisionIsCountedOnce() {
        tally.add(new Same(past(9, "a", Verdict.PASS)));
        tally.add(flip(8, Verdict.PASS, Verdict.BLOCK, List.of(), List.of()));
        tally.add(flip(7, Verdict.BLOCK, Verdict.PASS, List.of(), List.of()));
        tally.add(flip(6, Verdict.PASS, Verdict.ERROR, List.of(), List.of()));
        tally.add(flip(5, Verdict.ERROR, Verdict.PASS, List.of(), List.of()));
        tally.add(new NotEvaluable(past(4, "a", Verdict.PASS), Obstacle.MASKED));
        tally.addUnreadable();
        BacktestCounts counts = tally.counts();
        assertThat(counts.summary()).isEqualTo(new BacktestSummary(1, 1, 1, 1, 1, 2));
        assertThat(counts.evaluated()).isEqualTo(7);
        assertThat(counts.total()).isEqualTo(10);
        assertThat(counts.flipsLeftOut()).isZero();
    }

    @Test
    void whyDecisionsAreNotEvaluableIsToldWithAnExample() {
        tally.add(new NotEvaluable(past(4, "a", Verdict.PASS), Obstacle.MASKED));
        tally.add(new NotEvaluable(past(3, "a", Verdict.PASS), Obstacle.NOT_ACCEPTED));
        tally.add(new NotEvaluable(past(2, "a", Verdict.PASS), Obstacle.NOT_ACCEPTED));
        tally.addUnreadable();
        assertThat(tally.counts().notEvaluable())
                .containsExactlyInAnyOrder(
                        new ObstacleRow(Obstacle.NOT_ACCEPTED, 2, PastDecisionsOf.id(3)),
                        new ObstacleRow(Obstacle.MASKED, 1, PastDecisionsOf.id(4)),
                        new ObstacleRow(Obstacle.UNREADABLE, 1, null));
        assertThat(tally.counts().notEvaluable().get(0).because()).isEqualTo(Obstacle.NOT_ACCEPTED);
    }

    @Test
    void servicesComeByTheirFlipsThenByName() {
        tally.add(new Same(past(9, "c", Verdict.PASS)));
        tally.add(new Same(past(8, "b", Verdict.PASS)));
        tally.add(new Same(past(7, null, Verdict.PASS)));
        tally.add(flip(6, Verdict.PASS, Verdict.BLOCK, List.of(), List.of()));
        assertThat(tally.counts().byService())
                .containsExactly(
                        new BacktestCounts.ServiceRow("a", 1, new BacktestSummary(0, 1, 0, 0, 0, 0)),
                        new BacktestCounts.ServiceRow("b", 1, new BacktestSummary(1, 0, 0, 0, 0, 0)),
                        new BacktestCounts.ServiceRow("c", 1, new BacktestSummary(1, 0, 0, 0, 0, 0)),
                        new BacktestCounts.ServiceRow(null, 1, new BacktestSummary(1, 0, 0, 0, 0, 0)));
    }

    @Test
    void rulesAreCountedByTheFlipsInWhichTheyFireOnOneSide() {
        tally.add(flip(3, Verdict.PASS, Verdict.BLOCK, List.of("over", "new"), List.of("within")));
        tally.add(flip(2, Verdict.PASS, Verdict.BLOCK, List.of("over"), List.of()));
        tally.add(flip(1, Verdict.BLOCK, Verdict.PASS, List.of("within"), List.of("over")));
        assertThat(tally.counts().byRule())
                .containsExactly(new RuleRow("over", 2, 1), new RuleRow("within", 1, 1), new RuleRow("new", 1, 0));
    }

    @Test
    void theNewestFlipsAreKeptAndTheOthersCounted() {
        IntStream.range(0, 1_200)
                .map(i -> i * 7 % 1_200)
                .forEach(i -> tally.add(flip(i, Verdict.PASS, Verdict.BLOCK, List.of(), List.of())));
        List<Flip> kept = tally.flips(null, 2_000);
        assertThat(kept.stream().map(Flip::decisionId))
                .isEqualTo(IntStream.range(0, 1_000)
                        .mapToObj(i -> PastDecisionsOf.id(1_199 - i))
                        .toList());
        assertThat(tally.counts().flipsLeftOut()).isEqualTo(200);
        assertThat(tally.counts().summary().passToBlock()).isEqualTo(1_200);
        assertThat(tally.flips(PastDecisionsOf.id(1_198), 2).stream().map(Flip::decisionId))
                .containsExactly(PastDecisionsOf.id(1_197), PastDecisionsOf.id(1_196));
    }

    @Test
    void answersAreComparedOnlyForFlipsThatAreKept() {
        IntStream.range(1, 1_001).forEach(i -> tally.add(flip(i, Verdict.PASS, Verdict.BLOCK, List.of(), List.of())));
        tally.add(new Flipped(
                past(0, "a", Verdict.PASS), BacktestOutcome.PASS_TO_BLOCK, Verdict.BLOCK, List.of(), List.of(), () -> {
                    throw new AssertionError("Compared in vain");
                }));
        assertThat(tally.counts().flipsLeftOut()).isEqualTo(1);
    }
}
