package dev.shipgate.report;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.report.format.ReportFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IgnoredLabelsTest {

    private static String warnings(JsonNode answer) {
        ObjectNode ignoring = answer.deepCopy();
        ignoring.set("ignored_labels", json("[\"released_on\",\"track\"]"));
        String text = Answers.text(ReportFormat.TEXT, "load_gate", ignoring);
        return text.substring(text.indexOf("ignored_labels"));
    }

    @Test
    void aReleaseThatIsHeldBackWouldHavePassedWithThem() {
        assertThat(warnings(Answers.blockedGate()))
                .startsWith("ignored_labels: Labels that the policy does not trust were ignored: released_on, track."
                        + " With them the answer would have been less strict.\n");
    }

    @Test
    void anAnswerThatPassesWouldHavePromisedMoreWithThem() {
        assertThat(warnings(Answers.passingGate()))
                .startsWith("ignored_labels: Labels that the policy does not trust were ignored: released_on, track."
                        + " With them the answer would have promised more.\n");
    }

    @Test
    void anAnswerThatIgnoredNoneSaysNothingOfThem() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(Answers.text(format, "load_gate", Answers.blockedGate())).doesNotContain("ignored");
        }
        assertThat(IgnoredLabels.sentence(json("{}"))).isEmpty();
        assertThat(IgnoredLabels.sentence(json("{\"ignored_labels\": \"track\"}")))
                .isEmpty();
    }

    @Test
    void ofVeryManyTheFirstTenAreNamed() {
        List<String> names = IntStream.range(10, 22).mapToObj(n -> "n" + n).toList();

        assertThat(IgnoredLabels.sentence(names.subList(0, 10)))
                .isEqualTo("Labels that the policy does not trust were ignored: n10, n11, n12, n13, n14, n15, n16, n17,"
                        + " n18, n19.");
        assertThat(IgnoredLabels.sentence(names))
                .isEqualTo("Labels that the policy does not trust were ignored: n10, n11, n12, n13, n14, n15, n16, n17,"
                        + " n18, n19 and 2 more.");
    }
}
