package dev.shipgate.policy.lint.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are compared with numbers, or as if they were numbers. */
class TextsAsNumbersTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Release(version >= \"2.0\") | version >= \"2.0\" compares letter by letter, and 10 comes before 2. Numbers "
                        + "that have an order are sent as metrics. Maybe version == \"2.0\"?",
                "Release(version >= \"20262323\") | version >= \"20262323\" compares letter by letter, and 10 "
                        + "comes before 2. Numbers that have an order are sent as metrics. Maybe version == \"20262323\"?",
                "Release(version > \"2026.10\") | version > \"2026.10\" compares letter by letter, and 10 comes before 2. Numbers "
                        + "that have an order are sent as metrics. Maybe version == \"2026.10\"?",
                "Release(service == 5) | service is a text, and 5 a number. Maybe service == \"5\"?",
                "Release(service in (\"a\", 5)) | service is a text, and 5 a number. Maybe \"5\"?",
                "Release(service > 5) | service is a text, and 5 a number. Texts are compared letter by letter: 10 comes "
                        + "before 9.",
                "RouteMetrics(p95Ms > \"800\") | p95Ms is a number, and \"800\" a text. Maybe 800 without the quotes?",
                "RouteMetrics(p95Ms > \"fast\") | p95Ms is a number, and \"fast\" a text."
            })
    void refusesTextsThatAreComparedWithNumbers(String condition, String message) {
        assertThat(Slips.ofCondition(condition)).containsExactly("ERROR text-and-number" + AT + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version >= \"2.0.0-rc1\"",
                "version > \"2026.11.23-9\"",
                "version < \"release-10\"",
                "version > $other",
                "labels[\"build\"] > \"b12\"",
                "version < \"2027\"",
                "labels[\"day\"] > \"2026-11-23-9\""
            })
    void warnsOfAnOrderOfTextsThatAreNoDates(String condition) {
        String left = condition.substring(0, condition.indexOf(' '));
        String right = condition.substring(condition.lastIndexOf(' ') + 1);
        assertThat(Slips.ofCondition("Release($other : service) Release(" + condition + ")"))
                .filteredOn(slip -> slip.contains("text-and-number"))
                .containsExactly(
                        "WARNING text-and-number" + AT + condition + " compares letter by letter, and 10 comes before "
                                + "2. Only dates keep their order, as \"2026-11-23\". Numbers that have an order are sent as metrics. "
                                + "Maybe " + left + " == " + right + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(version == \"2.0\")",
                "Release(labels[\"day\"] >= \"20261123\")",
                "Release(labels[\"month\"] >= \"2026-11\")",
                "Release(version >= \"2026.11.23\")",
                "Release(labels[\"at\"] >= \"2026-11-23T10:00:00Z\")",
                "Release(service > \"m\")",
                "RouteMetrics(route str[length] 10)",
                "Release(labels[\"released_on\"] >= \"2026-01-01\", labels[\"released_on\"] == null)",
                "Release(version.length() > 5, version == null)",
                "RouteMetrics(p95Ms > 800)"
            })
    void takesTextsAsTexts(String condition) {
        assertThat(Slips.ofCondition(condition)).noneMatch(slip -> slip.contains("text-and-number"));
    }
}
