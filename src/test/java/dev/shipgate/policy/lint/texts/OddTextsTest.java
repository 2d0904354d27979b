package dev.shipgate.policy.lint.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with oddities that nobody sees. */
class OddTextsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    private static List<String> ofService(String text) {
        return Slips.ofCondition("Release(service == \"" + text + "\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u2007", "\u202F", "\u3000", "\u200D", "\u200E"})
    void warnsOfEveryBlankAtAnEnd(String blank) {
        assertThat(ofService("search" + blank))
                .containsExactly("WARNING no-such-value load-gate/a.drl:11 \"search" + blank
                        + "\" has a blank at an end. Maybe \"search\"?");
        assertThat(ofService(blank + "book table")).hasSize(1);
    }

    @Test
    void warnsOfABlankAtTheEndOfANameOfSeveralWords() {
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"book table \").p95Ms(5));"))
                .containsExactly(
                        "WARNING no-such-value load-gate/a.drl:13 \"book table \" has a blank at an end. Maybe "
                                + "\"book table\"?");
        assertThat(Slips.ofConsequence("Release()", "insert(new Failure(null, \"x\", \"It is a text. \"));"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200C", "200D", "200E", "00A0", "202F"})
    void warnsOfWhatNobodySeesWithin(String code) {
        String text = "pro" + (char) Integer.parseInt(code, 16) + "duction";
        assertThat(ofService(text))
                .containsExactly("WARNING no-such-value load-gate/a.drl:11 \"" + text + "\" has the character U+" + code
                        + ", which nobody sees, or takes for a blank. Maybe it came in by mistake?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u6771\u4EAC\u30BF\u30EF\u30FC",
                "\u6771\u4EACtower",
                "\uC11C\uC6B8 \u6F22",
                "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "book table"
            })
    void takesNamesInOtherLanguages(String text) {
        assertThat(ofService(text)).isEmpty();
    }

    @Test
    void warnsOfAStarForAnyEnding() {
        assertThat(ofService("sea*"))
                .containsExactly(
                        "WARNING no-such-value load-gate/a.drl:11 \"sea*\" is asked for with its *, which stands "
                                + "for nothing else. Maybe str[startsWith] \"sea\"?");
        assertThat(Slips.ofCondition("RouteMetrics(route == \"/api/*\")")).isEmpty();
    }

    @Test
    void readsTextsThatAreComparedWithEquals() {
        String often = Slips.rule("a", "Release(environment == \"production\")", FAILS);
        assertThat(Slips.of(often
                        + Slips.rule("b", "Release(environment != null, environment.equals(\"Production\"))", FAILS)
                        + Slips.rule("c", "Release(environment == \"production\")", FAILS)))
                .containsExactly(
                        "WARNING differs-a-little load-gate/a.drl:16 The environment is \"Production\" here and "
                                + "\"production\" in load-gate/a.drl:11. Maybe the same is meant?");
        assertThat(Slips.ofConsequence(
                        "Release($e : environment, environment != null)",
                        "if (\"production \".equals($e)) { " + FAILS + " }"))
                .containsExactly(
                        "WARNING no-such-value load-gate/a.drl:13 \"production \" has a blank at an end. Maybe "
                                + "\"production\"?");
    }

    @Test
    void warnsOfATextThatNoFactHas() {
        assertThat(Slips.ofCondition("Release(environment == \"production \")"))
                .containsExactly(
                        "WARNING no-such-value load-gate/a.drl:11 \"production \" has a blank at an end. Maybe "
                                + "\"production\"?");
        assertThat(Slips.ofCondition("Release(environment == \"pr\u043Eduction\")"))
                .containsExactly("WARNING no-such-value load-gate/a.drl:11 \"pr\u043Eduction\" has letters of several "
                        + "alphabets (Cyrillic, Latin), which look alike. Maybe one of them came in by mistake?");
        assertThat(Slips.of(Map.of(
                        "readiness/a.drl",
                        Slips.rule(
                                "r",
                                "CapacityResult(outcome == \"supportd\")",
                                "insert(new Blocker(\"capacity\", \"x\", \"y\"));"))))
                .containsExactly("WARNING no-such-value readiness/a.drl:11 No outcome is \"supportd\". Maybe one of "
                        + "supported, at_least, unconfirmed, none?");
    }
}
