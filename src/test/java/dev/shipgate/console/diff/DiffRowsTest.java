package dev.shipgate.console.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.console.diff.DiffRows.Part;
import dev.shipgate.console.diff.DiffRows.Row;
import dev.shipgate.console.diff.DiffRows.Side;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiffRowsTest {

    @Test
    void marksTheWordsThatChanged() {
        assertThat(DiffRows.of("p95Ms(800).errorRate(0.01)", "p95Ms(850).errorRate(0.01)")
                        .rows())
                .containsExactly(new Row(
                        DiffRows.Kind.CHANGED,
                        new Side(
                                1,
                                List.of(
                                        new Part("p95Ms(", false),
                                        new Part("800", true),
                                        new Part(").errorRate(0.01)", false))),
                        new Side(
                                1,
                                List.of(
                                        new Part("p95Ms(", false),
                                        new Part("850", true),
                                        new Part(").errorRate(0.01)", false))),
                        0));
    }

    @Test
    void showsThreeLinesAroundADifference() {
        assertThat(told(lines(1, 20), lines(1, 9) + "x\n" + lines(10, 20)))
                .containsExactly("6 skipped", "7=7", "8=8", "9=9", "added 10", "10=11", "11=12", "12=13", "9 skipped");
    }

    @Test
    void twoDifferencesNearEachOtherHideNothing() {
        assertThat(told("a\nb\nc\nd\ne", "A\nb\nc\nd\nE")).containsExactly("1~1", "2=2", "3=3", "4=4", "5~5");
    }

    @Test
    void numbersLinesOnBothSidesAfterARemoval() {
        assertThat(told("a\nb\nc", "a\nc")).containsExactly("1=1", "removed 2", "3=2");
    }

    @Test
    void aTextThatWasNotThereIsAddedWhole() {
        assertThat(told("", "a\nb")).containsExactly("added 1", "added 2");
        assertThat(told("a\nb", "")).containsExactly("removed 1", "removed 2");
    }

    @Test
    void anAdditionAtTheEndHasTheLinesBeforeIt() {
        assertThat(told("a\nb", "a\nb\nc")).containsExactly("1=1", "2=2", "added 3");
    }

    @Test
    void lineEndsAloneAreNoDifference() {
        assertThat(DiffRows.of("a\r\nb", "a\nb")).isEqualTo(new DiffRows(List.of(), false));
    }

    @Test
    void textsOfVeryManyLinesAreNotCompared() {
        assertThat(DiffRows.of(lines(1, 2_600), lines(2, 2_600))).isEqualTo(new DiffRows(List.of(), true));
    }

    @Test
    void linesOfVeryManyWordsAreMarkedWhole() {
        String line = "word ".repeat(1_000);
        Row row = DiffRows.of(line, line + "more").rows().get(0);
        assertThat(row.before()).isEqualTo(new Side(1, List.of(new Part(line, true))));
        assertThat(row.after()).isEqualTo(new Side(1, List.of(new Part(line + "more", true))));
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(line -> "line " + line + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> told(String before, String after) {
        return DiffRows.of(before, after).rows().stream()
                .map(DiffRowsTest::told)
                .toList();
    }

    private static String told(Row row) {
        return switch (row.kind()) {
            case SAME -> line(row.before()) + "=" + line(row.after());
            case CHANGED -> line(row.before()) + "~" + line(row.after());
            case ADDED -> "added " + line(row.after());
            case REMOVED -> "removed " + line(row.before());
            case SKIPPED -> row.skipped() + " skipped";
        };
    }

    private static int line(@Nullable Side side) {
        return side == null ? 0 : side.line();
    }
}
