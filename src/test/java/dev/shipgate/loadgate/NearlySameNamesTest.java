package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearlySameNamesTest {

    private static String detail(NearlySameNames names, String route, String reason) {
        return names.hinted(new FailureRow(route, reason, null, null, List.of(), "a rule", "Not there."))
                .detail();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::pay", "Pay", " pay", "/pay", "pay/", "PAY "})
    void hintsAtANameThatDiffersALittle(String measured) {
        NearlySameNames names = new NearlySameNames(List.of(measured, "find"), List.of("pay", "find"));
        assertThat(detail(names, "pay", "missing_metrics"))
                .isEqualTo("Not there. Maybe it was measured as \"" + measured
                        + "\"? Name it so in a mapping, under routes.");
        assertThat(detail(names, measured, "missing_budget"))
                .isEqualTo(
                        "Not there. Maybe it is \"pay\", which has a budget? Name it so in a mapping, under routes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "pays", "/", ""})
    void otherNamesAreOtherRoutes(String measured) {
        NearlySameNames names = new NearlySameNames(List.of(measured), List.of("pay", "::"));
        assertThat(detail(names, "pay", "missing_metrics")).isEqualTo("Not there.");
        assertThat(detail(names, measured, "missing_budget")).isEqualTo("Not there.");
    }

    @Test
    void allNamesThatNearlyFitAreTold() {
        NearlySameNames names = new NearlySameNames(List.of("Pay", "::pay", "find"), List.of("pay"));
        assertThat(detail(names, "pay", "missing_metrics"))
                .isEqualTo(
                        "Not there. Maybe it was measured as \"Pay\" or \"::pay\"? Name it so in a mapping, under routes.");
        for (String measured : List.of("Pay", "::pay")) {
            assertThat(detail(names, measured, "missing_budget"))
                    .as(measured)
                    .isEqualTo(
                            "Not there. Maybe it is \"pay\", which has a budget? Name it so in a mapping, under routes.");
        }
        assertThat(detail(new NearlySameNames(List.of("pay"), List.of("Pay", "/pay")), "pay", "missing_budget"))
                .contains("Maybe it is \"Pay\" or \"/pay\", which has a budget?");
        List<String> many = IntStream.range(1, 1_000)
                .mapToObj("/"::repeat)
                .map(slashes -> slashes + "pay")
                .toList();
        assertThat(detail(new NearlySameNames(many, List.of("pay")), "pay", "missing_metrics"))
                .hasSizeLessThan(200);
    }

    @Test
    void aRouteThatWasMeasuredUnderItsNameMayHavePartsUnderAnother() {
        NearlySameNames names = new NearlySameNames(List.of("pay", "Pay"), List.of("pay"));
        assertThat(detail(names, "pay", "missing_metrics")).isEqualTo("Not there.");
        assertThat(detail(names, "pay", "missing_budget")).isEqualTo("Not there.");
        assertThat(detail(names, "Pay", "missing_budget"))
                .isEqualTo(
                        "Not there. Maybe it is \"pay\", which has a budget? Name it so in a mapping, under routes.");
    }

    @Test
    void otherReasonsAreLeftAsTheyAre() {
        NearlySameNames names = new NearlySameNames(List.of("::pay"), List.of("pay"));
        assertThat(detail(names, "pay", "too_few_samples")).isEqualTo("Not there.");
    }
}
