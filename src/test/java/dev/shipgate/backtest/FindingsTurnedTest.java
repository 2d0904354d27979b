package dev.shipgate.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.report.Notice;
import dev.shipgate.report.ReportReader;
import dev.shipgate.testing.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTurnedTest {

    private static List<Notice> notices(String verdict, String failures, String warnings) {
        JsonNode answer = Json.json("{\"verdict\":\"" + verdict + "\",\"failures\":[" + failures + "],\"warnings\":["
                + warnings + "],\"checks\":[]}");
        return ReportReader.read(new LoadGate().reported(), answer, null, null).notices();
    }

    private static String row(String route, String reason, String rule, String detail) {
        return "{\"route\":\"%s\",\"reason\":\"%s\",\"rule\":\"%s\",\"detail\":\"%s\"}"
                .formatted(route, reason, rule, detail);
    }

    @Test
    void tellsTheFindingsOfOneSideAlone() {
        FindingsTurned turned = FindingsTurned.between(
                notices("block", row("find", "errors", "r1", "Too many."), ""),
                notices("block", row("find", "latency", "r2", "Too slow."), ""));
        assertThat(turned.added())
                .containsExactly(new BacktestFinding(true, "load_gate", "find", "latency", "Too slow.", "r2"));
        assertThat(turned.gone())
                .containsExactly(new BacktestFinding(true, "load_gate", "find", "errors", "Too many.", "r1"));
        assertThat(turned.cut()).isFalse();
    }

    @Test
    void theSameReasonOfTheSameThingIsTheSameFinding() {
        FindingsTurned turned = FindingsTurned.between(
                notices("block", row("find", "latency", "r1", "900, over 800."), ""),
                notices("block", row("find", "latency", "r2", "900, over 850."), ""));
        assertThat(turned.added()).isEmpty();
        assertThat(turned.gone()).isEmpty();
    }

    @Test
    void aWarningThatBecomesAFailureIsAdded() {
        FindingsTurned turned = FindingsTurned.between(
                notices("pass", "", row("find", "latency", "r1", "Slow.")),
                notices("block", row("find", "latency", "r1", "Slow."), ""));
        assertThat(turned.added()).extracting(BacktestFinding::blocks).containsExactly(true);
        assertThat(turned.gone()).extracting(BacktestFinding::blocks).containsExactly(false);
    }

    @Test
    void ofTwoAlikeOneMayBeGone() {
        String two = row("find", "freeze", "r1", "One.") + "," + row("find", "freeze", "r2", "Other.");
        FindingsTurned turned = FindingsTurned.between(
                notices("block", two, ""), notices("block", row("find", "freeze", "r1", "One."), ""));
        assertThat(turned.gone()).extracting(BacktestFinding::detail).containsExactly("Other.");
    }

    @Test
    void ofManyTheFirstAreTold() {
        String many = IntStream.range(0, 11)
                .mapToObj(i -> row("route" + i, "latency", "r", "Slow."))
                .collect(Collectors.joining(","));
        FindingsTurned turned = FindingsTurned.between(notices("pass", "", ""), notices("block", many, ""));
        assertThat(turned.added()).hasSize(10);
        assertThat(turned.cut()).isTrue();
    }
}
