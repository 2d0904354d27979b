package dev.shipgate.audit.replay;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.replay.ReplayReport.AnswerDifference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerComparisonTest {

    private static List<AnswerDifference> differences(String recorded, String replayed) {
        return AnswerComparison.differences(
                recorded.getBytes(StandardCharsets.UTF_8), replayed.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theVersionOfTheRulesIsNoDifference() {
        assertThat(differences(
                        "{\"ruleset\":{\"version\":\"sha256:1\"},\"ship\":true}",
                        "{\"ruleset\":{\"version\":\"sha256:2\"},\"ship\":false}"))
                .containsExactly(new AnswerDifference("/ship", json("true"), json("false")));
    }

    @Test
    void limitsThatAnEarlierVersionDidNotTellAreNoDifference() {
        assertThat(differences(
                        "{\"outcome\":\"at_least\",\"steps\":[]}",
                        "{\"outcome\":\"at_least\",\"limits\":{\"p95_ms\":800},\"steps\":[]}"))
                .isEmpty();
        assertThat(differences(
                        "{\"capacity\":{\"outcome\":\"none\"}}",
                        "{\"capacity\":{\"outcome\":\"none\",\"limits\":{\"p95_ms\":800}}}"))
                .isEmpty();
    }

    @Test
    void thresholdsThatAnEarlierVersionDidNotTellAreNoDifference() {
        assertThat(differences("{\"alerts\":[]}", "{\"alerts\":[],\"thresholds\":{\"attempt_ratio\":1.8}}"))
                .isEmpty();
        assertThat(differences(
                        "{\"retry_storms\":{\"alerts\":[]}}",
                        "{\"retry_storms\":{\"alerts\":[],\"thresholds\":{\"attempt_ratio\":1.8}}}"))
                .isEmpty();
        assertThat(differences("{\"thresholds\":{\"attempt_ratio\":1.8}}", "{\"thresholds\":{\"attempt_ratio\":3}}"))
                .containsExactly(new AnswerDifference("/thresholds/attempt_ratio", json("1.8"), json("3")));
    }

    @Test
    void besideThemEachOtherDifferenceIsTold() {
        assertThat(differences(
                        "{\"outcome\":\"at_least\"}", "{\"outcome\":\"none\",\"limits\":{\"p95_ms\":800},\"more\":1}"))
                .containsExactly(
                        new AnswerDifference("/outcome", json("\"at_least\""), json("\"none\"")),
                        new AnswerDifference("/more", null, json("1")));
    }

    @Test
    void limitsThatWereToldAreCompared() {
        assertThat(differences("{\"limits\":{\"p95_ms\":800}}", "{\"limits\":{\"p95_ms\":900}}"))
                .containsExactly(new AnswerDifference("/limits/p95_ms", json("800"), json("900")));
        assertThat(differences("{\"limits\":{\"p95_ms\":800}}", "{}"))
                .containsExactly(new AnswerDifference("/limits", json("{\"p95_ms\":800}"), null));
    }

    @Test
    void limitsOfAPartThatWasNotThereAreADifference() {
        assertThat(differences("{}", "{\"capacity\":{\"limits\":{}}}"))
                .containsExactly(new AnswerDifference("/capacity", null, json("{\"limits\":{}}")));
    }
}
