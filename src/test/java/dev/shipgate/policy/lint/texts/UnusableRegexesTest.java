package dev.shipgate.policy.lint.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions with which a rule would fail whenever it runs are refused when it is loaded. */
class UnusableRegexesTest {

    private static final String NONE = "This is no regular expression that a rule can use: ";
    private static final String NO_LOOK =
            "). It cannot look ahead or behind, or refer back, which could go on without end.";
    private static final String AHEAD = NONE + "v(?!1).* (invalid or unsupported Perl syntax in (?!" + NO_LOOK;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(version matches \"v(?!1).*\")",
                "Release(version not matches \"v(?!1).*\")",
                "Release(environment == \"production\", version != null && version matches \"v(?!1).*\")",
                "Release(version == \"1\" || version matches \"v(?!1).*\")",
                "Release(version.matches(\"v(?!1).*\"))",
                "Release(!version.replaceAll(\"v(?!1).*\", \"\").isEmpty())",
                "Release(java.util.regex.Pattern.matches(\"v(?!1).*\", version))",
                "Release($v : version) eval($v.matches(\"v(?\" + \"!1).*\"))"
            })
    void refusesAConditionThatLooksAhead(String when) {
        assertThat(Slips.ofCondition(when)).contains("ERROR regex load-gate/a.drl:11 " + AHEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert($v.split(\"v(?!1).*\"));",
                "insert($v.replaceFirst(\"v(?!1).*\", \"\"));",
                "insert(java.util.regex.Pattern.compile(\"v(?!1).*\").matcher($v).find());"
            })
    void refusesACallThatLooksAhead(String then) {
        assertThat(Slips.ofConsequence("Release($v : version)", then))
                .contains("ERROR regex load-gate/a.drl:13 " + AHEAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(a)\\\\1 | (a)\\1 (invalid escape sequence in \\1",
                "(?<=v)1 | (?<=v)1 (invalid named capture in (?<=v)1",
                "a++ | a++ (invalid nested repetition operator in ++",
                "[a | [a (missing closing ] in [a"
            })
    void saysWhatIsWrongWithIt(String written, String told) {
        assertThat(Slips.ofCondition("Release(version matches \"" + written + "\")"))
                .contains("ERROR regex load-gate/a.drl:11 " + NONE + told + NO_LOOK);
    }

    @Test
    void refusesOneThatIsTooLong() {
        assertThat(Slips.ofCondition("Release(version matches \"" + "a ".repeat(500) + "b\")"))
                .contains("ERROR regex load-gate/a.drl:11 A regular expression must have at most 1000 characters,"
                        + " and this one has 1001. Maybe a list of texts?");
    }

    @Test
    void refusesOneWhoseCountsAreTooHigh() {
        assertThat(Slips.ofCondition("Release(version matches \"(a{100}){200}\")"))
                .contains("ERROR regex load-gate/a.drl:11 The counts in braces of this regular expression are too high:"
                        + " (a{100}){200}. Maybe + or *, and a look at the length?");
    }

    @Test
    void refusesFlagsThatItCannotHave() {
        assertThat(
                        Slips.ofConsequence(
                                "Release($v : version)",
                                "insert(java.util.regex.Pattern.compile(\"a.*\", java.util.regex.Pattern.MULTILINE).matcher($v));"))
                .contains("ERROR regex load-gate/a.drl:13 A regular expression of a rule has no flag but"
                        + " CASE_INSENSITIVE. Maybe (?m) or (?s) at its beginning?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(version matches \"v?[0-9]+(\\\\.[0-9]+)*\")",
                "Release(version.replace(\"(?!\", \"\") == \"1\")",
                "Release(version == \"(?!\")"
            })
    void takesWhatARuleCanUse(String when) {
        assertThat(Slips.ofCondition(when)).noneMatch(slip -> slip.contains("regex"));
    }

    @Test
    void takesATextThatIsSplitAtAPattern() {
        assertThat(Slips.ofConsequence(
                        "Release($v : version)", "insert(java.util.regex.Pattern.compile(\",\").split(\"a(?!,b\"));"))
                .noneMatch(slip -> slip.contains("regex"));
    }
}
