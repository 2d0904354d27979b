package dev.shipgate.decision.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.Problem;
import dev.shipgate.json.StrictJson;
import dev.shipgate.number.Range;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedP95Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "{'p95_ms':240} | 240.0 | false",
                "{'p95_ms':null} | null | true",
                "{} | null | true",
                "{'p95_ms':240,'p95_at_least_ms':100,'p95_at_most_ms':250} | null | false",
                "{'p95_ms':240,'p95_at_least_ms':240,'p95_at_most_ms':240} | null | false",
                "{'p95_at_least_ms':100,'p95_at_most_ms':250} | null | false",
                "{'p95_at_most_ms':250} | null | false",
                "{'p95_at_least_ms':100} | null | true",
                "{'p95_ms':240,'p95_at_least_ms':100} | null | false"
            })
    void isMeasuredOnlyWhereNoBoundSaysThatItIsAnEstimate(String route, Double measuredMs, boolean isMissing) {
        JsonObject fields = object(route);

        ReportedP95 p95 = read(fields);

        assertThat(p95.measuredMs()).isEqualTo(measuredMs);
        assertThat(p95.isMissing()).isEqualTo(isMissing);
        fields.problems().throwIfAny();
    }

    @Test
    void keepsAnEstimateAsAnotherNumber() {
        assertThat(read(object("{'p95_ms':240,'p95_at_most_ms':250,'samples':300}"))
                        .others())
                .containsOnly(
                        Map.entry("p95_ms", 240.0), Map.entry("p95_at_most_ms", 250.0), Map.entry("samples", 300.0));
        assertThat(read(object("{'p95_ms':240,'samples':300}")).others()).containsOnly(Map.entry("samples", 300.0));
    }

    @Test
    void refusesBoundsThatContradictEachOther() {
        assertThat(problems("{'p95_at_least_ms':250,'p95_at_most_ms':100}"))
                .containsExactly(new Problem("/p95_at_most_ms", "must not be below p95_at_least_ms, 250, but is 100."));
    }

    @Test
    void refusesAnEstimateBeyondItsBounds() {
        assertThat(problems("{'p95_ms':99,'p95_at_least_ms':100,'p95_at_most_ms':250}"))
                .containsExactly(new Problem(
                        "/p95_ms",
                        "is 99, beyond the bounds that are given beside it: p95_at_least_ms 100, p95_at_most_ms 250."));
        assertThat(problems("{'p95_ms':251,'p95_at_most_ms':250}"))
                .containsExactly(
                        new Problem(
                                "/p95_ms",
                                "is 251, beyond the bounds that are given beside it: p95_at_least_ms missing, p95_at_most_ms 250."));
    }

    @Test
    void refusesAnIntervalThatEndsBelowItsBeginning() {
        assertThat(problems("{'p95_ms':240,'p95_low_ms':250,'p95_high_ms':230}"))
                .containsExactly(new Problem("/p95_high_ms", "must not be below p95_low_ms, 250, but is 230."));
    }

    private static List<Problem> problems(String route) {
        JsonObject fields = object(route);
        read(fields);
        InvalidBodyException refused = Assertions.catchThrowableOfType(
                InvalidBodyException.class, () -> fields.problems().throwIfAny());
        return refused.problems();
    }

    private static ReportedP95 read(JsonObject fields) {
        return ReportedP95.of(fields, fields.number(ReportedP95.P95_MS, Range.NOT_NEGATIVE), fields.otherNumbers());
    }

    private static JsonObject object(String json) {
        return StrictJson.object(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
