package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownJsonTest {

    private static List<String> differences(String shown, String real) {
        return ShownJson.differences(ShownJson.parse(shown), ShownJson.tree(real));
    }

    @Test
    void gapsPassOverMembersElementsAndText() {
        assertThat(differences("{\"a\":1,...}", "{\"b\":2,\"a\":1}")).isEmpty();
        assertThat(differences("[...]", "[1,2]")).isEmpty();
        assertThat(differences("[1,...,4]", "[1,2,3,4]")).isEmpty();
        assertThat(differences("\"from ... to\"", "\"from here to\"")).isEmpty();
    }

    @Test
    void whatIsShownHasToBeThere() {
        assertThat(differences("{\"a\":1,...}", "{\"a\":2}")).containsExactly("/a is shown as 1 and is 2");
        assertThat(differences("{\"a\":1,...}", "{\"b\":1}")).containsExactly("/a is shown as 1 and is ");
        assertThat(differences("[...,3]", "[1,2]")).containsExactly(" does not contain 3");
        assertThat(differences("[1,2]", "[1]")).containsExactly(" ends before 2");
    }

    @Test
    void withoutAGapNothingElseMayBeThere() {
        assertThat(differences("{\"a\":1}", "{\"a\":1,\"b\":2}")).containsExactly("/b is there and not shown");
        assertThat(differences("[1]", "[1,2]")).containsExactly(" goes on with 2");
        assertThat(differences("[...,1]", "[1,2]")).containsExactly(" goes on with 2");
    }

    @Test
    void idsTimesAndHashesOnlyHaveToBeOfTheSameKind() {
        assertThat(
                        differences(
                                "{\"decision_id\":\"01a20ac8-640d-747c-a917-a5e47ea6050f\",\"evaluated_at\":\"2026-11-23T23:40:34.702Z\"}",
                                "{\"decision_id\":\"01a20aca-2f4d-7497-95f9-745a85e74d60\",\"evaluated_at\":\"2027-01-01T00:00:00Z\"}"))
                .isEmpty();
        assertThat(differences("{\"minute\":\"2026-11-23T10:00:00Z\"}", "{\"minute\":\"2026-11-23T10:01:00Z\"}"))
                .hasSize(1);
    }

    @Test
    void idsAndHashesThatAreShownStandForTheRealOnes() {
        String shownId = "01a20ac8-640d-747c-a917-a5e47ea6050f";
        String realId = "01a20aca-2f4d-7497-95f9-745a85e74d60";
        String shownHash = "5".repeat(64);
        String realHash = "a".repeat(64);
        assertThat(ShownJson.standIns(
                        ShownJson.parse("[...,{\"id\":\"" + shownId + "\",\"n\":1,\"hash\":\"" + shownHash + "\"}]"),
                        ShownJson.tree(
                                "[{\"n\":2},{\"id\":\"" + realId + "\",\"n\":1,\"hash\":\"" + realHash + "\"}]")))
                .containsExactly(Map.entry(shownId, realId), Map.entry(shownHash, realHash));
    }
}
