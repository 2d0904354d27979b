package dev.shipgate.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines on which slips are told, also where the same stands above. */
class SlipPlacesTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void tellsTheNumberThatIsWrongAndNotTheSameOneBeforeIt() {
        assertThat(
                        places(
                                Slips.ofConsequence(
                                        "Release()",
                                        "// errorRate(5)\n    insert(new Budget(\"5\").p95Ms(5)\n    .costPerSuccess(5)\n    .errorRate(5));")))
                .containsExactly("out-of-range load-gate/a.drl:16");
        assertThat(places(Slips.ofConsequence("Release()", "int a = 5;\n    int b = 0700 +\n    0700;\n    " + FAILS)))
                .containsExactly("octal load-gate/a.drl:14", "octal load-gate/a.drl:15");
    }

    @Test
    void tellsTheCatchAndTheReturnThatAreWrong() {
        assertThat(places(Slips.ofConsequence(
                        "Release()",
                        "try { toString(); } catch (IllegalStateException e) { throw e; }\n"
                                + "    try { toString(); }\n    catch (RuntimeException e) { }\n    " + FAILS)))
                .containsExactly("swallowed load-gate/a.drl:15");
        assertThat(places(Slips.ofConsequence(
                        "Release($s : service)",
                        "java.util.function.Supplier one = () -> { return 1; };\n"
                                + "    if ($s == null) {\n        return;\n    }\n    " + FAILS)))
                .containsExactly("early-return load-gate/a.drl:15");
    }

    @Test
    void tellsTheInsertionThatNobodyHearsOf() {
        assertThat(places(Slips.ofConsequence(
                        "Release()", "\n\n    " + FAILS + "\n    String text = \"\";\n    insert(text);")))
                .containsExactly("foreign-kind load-gate/a.drl:17");
    }

    @Test
    void tellsThePartOfALongConditionThatIsWrong() {
        assertThat(places(Slips.ofCondition("RouteMetrics(p95Ms > 5 ||\n    errorRate > 0.5 ||\n    errorRate > 5)")))
                .containsExactly("out-of-range load-gate/a.drl:13");
        assertThat(places(Slips.ofCondition("Release() eval(\n    1 > 0 &&\n    2 > 0700)")))
                .containsExactly("octal load-gate/a.drl:13");
    }

    @Test
    void tellsTheAttributeAndNotTheNameOfTheRule() {
        assertThat(places(Slips.of(
                        "rule \"enabled\" @owner(\"sre\")\n    salience 5\n    enabled false\nwhen\n    Release()\n"
                                + "then\n    " + FAILS + "\nend\n")))
                .containsExactly("attribute load-gate/a.drl:12");
    }

    @Test
    void tellsAnAttributeWithoutAValueOnItsLine() {
        assertThat(places(Slips.of("rule \"r\" @owner(\"sre\")\n    lock-on-active\nwhen\n    Release()\nthen\n    "
                        + FAILS + "\nend\n")))
                .containsExactly("attribute load-gate/a.drl:11");
    }

    @Test
    void readsKindsThatAreWrittenWithTheirPackages() {
        assertThat(places(Slips.ofConsequence(
                        "Release()",
                        FAILS + "\n    insert(new dev.shipgate.readiness.Blocker(\"release\", \"x\", \"y\"));")))
                .containsExactly("foreign-kind load-gate/a.drl:14");
    }

    private static List<String> places(List<String> slips) {
        return slips.stream()
                .map(slip -> slip.replaceFirst("\\w+ (\\S+ \\S+) .*", "$1"))
                .toList();
    }
}
