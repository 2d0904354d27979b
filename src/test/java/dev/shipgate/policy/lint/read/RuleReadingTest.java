package dev.shipgate.policy.lint.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of a rule is looked through: named consequences, branches, accumulate and from. */
class RuleReadingTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    private static List<String> places(List<String> slips) {
        return slips.stream()
                .map(slip -> slip.replaceFirst("\\w+ (\\S+ \\S+) .*", "$1"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "insert(\"text\"); | foreign-kind",
                "insert(new Budget(\"a\").errorRate(5)); | out-of-range",
                "insert(new Budget(\"a\").p95Ms(0700)); | octal",
                "insert(new Budget(\"a\").errorRate(2/100)); | whole-division",
                "insert(new Budget(\"a \").p95Ms(5)); | no-such-value",
                "if (true) { return; } | early-return",
                "try { toString(); } catch (Exception e) { } | swallowed",
                "\"a\".matches(\"(?=a)\"); | regex"
            })
    void readsANamedConsequence(String then, String code) {
        assertThat(places(Slips.ofConsequence("Release() do[slow]", FAILS + "\nthen[slow]\n    " + then)))
                .containsExactly(code + " load-gate/a.drl:15");
    }

    @Test
    void takesARuleWhoseOnlyEffectIsInANamedConsequence() {
        assertThat(Slips.ofConsequence("Release() do[slow] RouteMetrics()", "\nthen[slow]\n    " + FAILS))
                .isEmpty();
        assertThat(places(Slips.ofConsequence("Release() do[slow]", "\nthen[slow]\n    // " + FAILS)))
                .containsExactly("no-effect load-gate/a.drl:10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "p95Ms > 0700 | octal",
                "errorRate > 5 | out-of-range",
                "p95Ms == \"fast\" | text-and-number",
                "costPerSuccess != 5 | negation-of-null",
                "costPerSuccess * 2 > 5 | may-fail"
            })
    void readsTheConditionOfABranch(String condition, String code) {
        String when = "RouteMetrics()\n    if (%s) do[slow]\n    else if (%s) do[fast]";
        String then = FAILS + "\nthen[slow]\n    " + FAILS + "\nthen[fast]\n    " + FAILS;
        assertThat(places(Slips.ofConsequence(when.formatted(condition, "p95Ms == 5"), then)))
                .containsExactly(code + " load-gate/a.drl:12");
        assertThat(places(Slips.ofConsequence(when.formatted("p95Ms == 5", condition), then)))
                .containsExactly(code + " load-gate/a.drl:13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accumulate(RouteMetrics($s : missing.size); $n : sum(0700 * $s)) | octal",
                "accumulate(RouteMetrics($r : route); $n : sum($r.split(\"(?=a)\").length)) | regex",
                "Number() from accumulate(RouteMetrics($r : route), init(int n = 0700;), action(n++;), result(n)) | octal",
                "Number() from accumulate(RouteMetrics($r : route), init(int n = 0;), action(n += 2/100;), result(n)) | whole-division",
                "Number() from accumulate(RouteMetrics($r : route), init(int n = 0;), action(n++;), result(n + 07)) | octal",
                "RouteMetrics($r : route) String() from $r.replaceAll(\"(?!b)\", \"\") | regex",
                "RouteMetrics($r : route) String() from java.util.List.of(0700) | octal"
            })
    void readsWhatIsComputedBetweenConditions(String when, String code) {
        assertThat(places(Slips.ofCondition(when))).containsExactly(code + " load-gate/a.drl:11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function double n(String s) { try { return 1.0; } catch (Exception e) { return 0; } }",
                "function void n(String s) { try { s.length(); } catch (Exception e) { } }"
            })
    void readsACatchOfAFunction(String function) {
        assertThat(places(Slips.of(function + "\n" + Slips.rule("r", "Release()", FAILS))))
                .containsExactly("swallowed load-gate/a.drl:10");
    }
}
