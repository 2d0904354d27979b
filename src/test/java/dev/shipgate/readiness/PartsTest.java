package dev.shipgate.readiness;

import static dev.shipgate.readiness.Releases.CALM;
import static dev.shipgate.readiness.Releases.GOOD_GATE;
import static dev.shipgate.readiness.Releases.SLOW_GATE;
import static dev.shipgate.readiness.Releases.STORM;
import static dev.shipgate.readiness.Releases.capacity;
import static dev.shipgate.readiness.Releases.evaluate;
import static dev.shipgate.readiness.Releases.part;
import static dev.shipgate.readiness.Releases.refused;
import static dev.shipgate.readiness.Releases.release;
import static dev.shipgate.testing.RunningService.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a release: evaluated as they are by themselves, and refused under their own names. */
@QuarkusTest
class PartsTest {

    private static final List<String> FIELDS_OF_A_DECISION =
            List.of("decision_id", "evaluated_at", "ruleset", "rules_fired");

    @Test
    void aLoadGateIsAnsweredAsByItself() {
        assertThat(evaluate(release(part("load_gate", SLOW_GATE))).get("load_gate"))
                .isEqualTo(ownFields("/v1/load-gate", SLOW_GATE));
    }

    /** A pipeline whose test produced nothing sends null: that must not read as "there was no such test". */
    @Test
    void aNullPartIsRefused() {
        assertThat(refused(
                        400,
                        release(part("load_gate", "null"), part("retry_storms", "null"), part("capacity", "null"))))
                .containsExactly("/load_gate", "/retry_storms", "/capacity");
        assertThat(refused(400, release(part("capacity", capacity("\"required_concurrency\":null")))))
                .containsExactly("/capacity/required_concurrency");
    }

    @Test
    void retryStormsAreAnsweredAsByThemselves() {
        assertThat(evaluate(release(part("retry_storms", STORM))).get("retry_storms"))
                .isEqualTo(ownFields("/v1/retry-storms", STORM));
    }

    @Test
    void capacityIsAnsweredAsByItself() {
        assertThat(evaluate(release(part("capacity", capacity("\"required_concurrency\":100"))))
                        .get("capacity"))
                .isEqualTo(ownFields("/v1/capacity", capacity("\"required_concurrency\":100")));
    }

    /** The policy has budgets for the voice agent, which a part would not find if it did not know of the release. */
    @Test
    void thePartsKnowWhatIsReleased() {
        String voiceAgent = "\"service\":\"voice-agent\",\"environment\":\"production\"";
        String steps = "\"steps\":[{\"concurrency\":50,\"p95_ms\":800,\"error_rate\":0.01}]";
        JsonNode answer = evaluate("{" + voiceAgent + ",\"load_gate\":{},\"capacity\":{" + steps + "}}");

        assertThat(answer.get("load_gate")).isEqualTo(ownFields("/v1/load-gate", "{" + voiceAgent + "}"));
        assertThat(answer.get("capacity")).isEqualTo(ownFields("/v1/capacity", "{" + voiceAgent + "," + steps + "}"));
        assertThat(answer.at("/load_gate/failures/0/route").textValue()).isEqualTo("book_table");
        assertThat(answer.at("/capacity/outcome").textValue()).isEqualTo("at_least");
    }

    @Test
    void aPartHasNoFieldsOfADecision() {
        JsonNode answer = evaluate(
                release(part("load_gate", GOOD_GATE), part("retry_storms", CALM), part("capacity", capacity(""))));

        for (String part : List.of("load_gate", "retry_storms", "capacity")) {
            FIELDS_OF_A_DECISION.forEach(field -> assertThat(answer.get(part).has(field))
                    .as(part + " " + field)
                    .isFalse());
        }
        FIELDS_OF_A_DECISION.forEach(
                field -> assertThat(answer.has(field)).as(field).isTrue());
    }

    @Test
    void rulesAreToldInTheOrderOfThePartsAndReadinessLast() {
        JsonNode answer = evaluate(
                release(part("capacity", capacity("")), part("retry_storms", CALM), part("load_gate", GOOD_GATE)));

        assertThat(distinct(answer.get("rules_fired").findValuesAsText("file").stream()
                        .map(file -> file.substring(0, file.indexOf('/')))
                        .toList()))
                .containsExactly("load-gate", "retry-storm", "capacity", "readiness");
        assertThat(answer.get("rules_fired").findValuesAsText("rule"))
                .endsWith("the load gate ships", "traffic was calm all the time", "capacity is confirmed and enough")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'load_gate'    | '{\"route\":{}}'                                     | /load_gate/route",
                "'load_gate'    | '{\"routes\":{\"a/b\":{\"error_rate\":2}}}'          | /load_gate/routes/a~1b/error_rate",
                "'load_gate'    | '[]'                                                 | /load_gate",
                "'load_gate'    | 'true'                                               | /load_gate",
                "'retry_storms' | '{}'                                                 | /retry_storms/points",
                "'retry_storms' | '{\"points\":[{\"minute\":0,\"user_turns\":-1}]}'    | /retry_storms/points/0/user_turns",
                "'retry_storms' | '{\"points\":[],\"include\":\"points\"}'             | /retry_storms/include",
                "'capacity'     | '{\"step\":[]}'                                      | /capacity/step",
                "'capacity'     | '{\"service\":\"search\"}'                           | /capacity/service",
                "'capacity'     | '{\"required_concurrency\":0}'                       | /capacity/required_concurrency",
                "'capacity'     | '{\"required_concurrency\":1.5}'                     | /capacity/required_concurrency",
                "'capacity'     | '{\"required_concurrency\":\"150\"}'                 | /capacity/required_concurrency",
                "'capacity'     | '{\"steps\":[{\"concurrency\":0}]}'                  | /capacity/steps/0/concurrency",
                "'loadgate'     | '{}'                                                 | /loadgate",
            })
    void whatIsWrongInAPartIsNamedByItsPlaceInTheRelease(String part, String body, String pointer) {
        assertThat(refused(400, release(part(part, body)))).containsExactly(pointer);
    }

    @Test
    void allProblemsOfAllPartsAreToldTogether() {
        assertThat(refused(400, """
                        {"service":7,"load_gate":{"routes":[]},"retry_storms":{},"capacity":{"steps":1},"extra":1}"""))
                .containsExactlyInAnyOrder(
                        "/service", "/load_gate/routes", "/retry_storms/points", "/capacity/steps", "/extra");
    }

    @Test
    void contradictionsInPartsAreRefusedAsThose() {
        assertThat(refused(422, release(part("retry_storms", """
                        {"points":[{"minute":1},{"minute":1}]}"""), part("capacity", """
                        {"p95_budget_ms":1,"error_budget":0,"steps":[{"concurrency":2},{"concurrency":1}]}"""))))
                .containsExactly("/retry_storms/points/1/minute", "/capacity/steps/1/concurrency");
    }

    @Test
    void aCapacityWithoutAnyBudgetIsRefusedInARelease() {
        assertThat(refused(422, release(part("load_gate", GOOD_GATE), part("capacity", "{\"steps\":[]}"))))
                .containsExactly("/capacity/p95_budget_ms", "/capacity/error_budget");
    }

    private static JsonNode ownFields(String path, String body) {
        return ((ObjectNode) answer(path, body)).remove(FIELDS_OF_A_DECISION);
    }

    /** Consecutive repetitions as one. */
    private static List<String> distinct(List<String> names) {
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(name)) {
                distinct.add(name);
            }
        }
        return distinct;
    }
}
