package dev.shipgate.capacity;

import static dev.shipgate.capacity.StepLoad.bodyWith;
import static dev.shipgate.capacity.StepLoad.evaluate;
import static dev.shipgate.capacity.StepLoad.roles;
import static dev.shipgate.capacity.StepLoad.step;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The result that passing (P) and failing (F) steps come to, by how many failures in a row are sustained. */
@QuarkusTest
class CapacityPatternTest {

    private static final Map<Character, String> ROLES = Map.of(
            'S', "supported",
            'I', "isolated_violation",
            'B', "break",
            'A', "after_break",
            'L', "lucky");

    /**
     * Step number n runs at a concurrency of 10 n. A failing one has a p95 of 900 + n ms and an error rate
     * of n / 100, so that the metrics of the break tell which step it is.
     *
     * @param roles a letter for each step: supported, isolated violation, break, after the break, lucky
     * @param max number of the supported step, if any
     * @param first number of the break, if any
     */
    @ParameterizedTest(name = "{0} with {1} sustained: {2}, {3}")
    @CsvSource({
        "PPPFF,  1, SSSBA,  supported,   3, 4",
        "PPPFF,  2, SSSBA,  supported,   3, 4",
        "PPPFF,  3, SSSII,  unconfirmed, 3,",
        "PPFPFF, 1, SSBLAA, supported,   2, 3",
        "PPFPFF, 2, SSISBA, supported,   4, 5",
        "PPFPFF, 3, SSISII, unconfirmed, 4,",
        "PPFFP,  1, SSBAL,  supported,   2, 3",
        "PPFFP,  2, SSBAL,  supported,   2, 3",
        "PPFFP,  3, SSIIS,  at_least,    5,",
        "PPPF,   1, SSSB,   supported,   3, 4",
        "PPPF,   2, SSSI,   unconfirmed, 3,",
        "PPPF,   3, SSSI,   unconfirmed, 3,",
        "PPPP,   1, SSSS,   at_least,    4,",
        "PPPP,   2, SSSS,   at_least,    4,",
        "PPPP,   3, SSSS,   at_least,    4,",
        "FFFF,   1, BAAA,   none,        ,  1",
        "FFFF,   2, BAAA,   none,        ,  1",
        "FFFF,   3, BAAA,   none,        ,  1",
        "'',     1, '',     none,        ,",
        "'',     2, '',     none,        ,",
        "'',     3, '',     none,        ,",
        // Fewer steps than it takes to call their failure sustained.
        "FF,     3, II,     none,        ,",
        "F,      2, I,      none,        ,",
        // A break with nothing before it is not mended by steps that pass later.
        "FPP,    1, BLL,    none,        ,  1",
        "FFPP,   2, BALL,   none,        ,  1",
        "FPP,    2, ISS,    at_least,    3,",
        // Of two sustained violations the first counts; a single failure before does not move it.
        "PFFPFF, 2, SBALAA, supported,   1, 2",
        "FPFFF,  3, ISBAA,  supported,   2, 3",
        "PFFPFFF,3, SIISBAA,supported,   4, 5",
    })
    void supportsTheLastPassingStepBeforeTheFirstSustainedViolation(
            String pattern,
            int sustained,
            String roles,
            String outcome,
            @Nullable Integer max,
            @Nullable Integer first) {
        JsonNode answer = evaluate(bodyWith("""
                "p95_budget_ms":800,"error_budget":0.005,"sustained_steps":%d""".formatted(sustained), steps(pattern)));

        assertThat(answer.get("outcome").textValue()).isEqualTo(outcome);
        assertThat(roles(answer))
                .containsExactlyElementsOf(
                        roles.chars().mapToObj(role -> ROLES.get((char) role)).toList());
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json(max == null ? "null" : max + "0"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json(first == null ? "null" : first + "0"));
        assertThat(answer.get("p95_ms")).isEqualTo(json(first == null ? "null" : "90" + first));
        assertThat(answer.get("error_rate")).isEqualTo(json(first == null ? "null" : "0.0" + first));
        assertThat(answer.get("steps").findValues("passes"))
                .isEqualTo(pattern.chars()
                        .mapToObj(letter -> json(letter == 'P' ? "true" : "false"))
                        .toList());
        assertThat(answer.get("steps").findValues("concurrency")).isEqualTo(concurrencies(pattern.length()));
    }

    private static String[] steps(String pattern) {
        return IntStream.rangeClosed(1, pattern.length())
                .mapToObj(number -> pattern.charAt(number - 1) == 'P'
                        ? step(number * 10L, 100, 0)
                        : step(number * 10L, 900 + number, number / 100.0))
                .toArray(String[]::new);
    }

    private static List<JsonNode> concurrencies(int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(number -> json(number + "0"))
                .toList();
    }
}
