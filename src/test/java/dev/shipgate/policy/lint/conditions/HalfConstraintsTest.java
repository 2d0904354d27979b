package dev.shipgate.policy.lint.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons without a left side of their own. */
class HalfConstraintsTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "p95Ms > 800 && < 900 ; p95Ms > 800 && p95Ms < 900",
                "p95Ms (> 800 && < 900) ; p95Ms > 800 && p95Ms < 900",
                "p95Ms == 1 || == 2 ; p95Ms == 1 || p95Ms == 2",
                "p95Ms > 1 && < 5 || == 9 ; p95Ms > 1 && p95Ms < 5 || p95Ms == 9",
                "(p95Ms == 1 || == 2) && errorRate > 0.5 ; (p95Ms == 1 || p95Ms == 2) && errorRate > 0.5"
            })
    void warnsOfHalfConstraints(String condition, String whole) {
        assertThat(Slips.ofCondition("RouteMetrics(" + condition + ")"))
                .containsExactly("WARNING half-constraint" + AT
                        + "The next parser of the engine does not read a comparison without its left side. Maybe "
                        + whole
                        + "?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "service == \"a\" || in (\"b\", \"c\") ; service == \"a\" || service in (\"b\", \"c\")",
                "service == \"a\" || contains \"|| in (\" ; service == \"a\" || service contains \"|| in (\"",
                "service == \"a\" ||  matches \"x\" || in (\"b\"); "
                        + "service == \"a\" ||  service matches \"x\" || service in (\"b\")"
            })
    void warnsOfHalfConstraintsInWords(String condition, String whole) {
        assertThat(Slips.ofCondition("Release(" + condition + ")"))
                .containsExactly("WARNING half-constraint" + AT
                        + "The next parser of the engine does not read a comparison without its left side. Maybe "
                        + whole + "?");
        assertThat(Slips.ofCondition("Release(" + whole + ")")).isEmpty();
    }
}
