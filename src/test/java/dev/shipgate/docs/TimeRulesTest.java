package dev.shipgate.docs;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.docs.Markdown.Block;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules about the time, and the ones that the page shows for it. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class TimeRulesTest {

    private static final String TEST_FILE = "load-gate/freeze.test.yaml";

    private static final String TOLD = """
            package shipgate.loadgate

            import dev.shipgate.context.EvaluationTime
            import dev.shipgate.loadgate.Warning

            rule "what time it is"
            when
                EvaluationTime($instant : instant, $date : date, $dayOfWeek : dayOfWeek, $hour : hour)
            then
                insert(new Warning(null, "time", $instant + " " + $date + " " + $dayOfWeek + " " + $hour));
            end
            """;

    @BeforeEach
    void shippedRules() {
        LiveRules.resetWithTests();
    }

    private static List<Block> shown() {
        return Markdown.read("docs/writing-rules.md")
                .section("A condition on the time")
                .blocks();
    }

    private static JsonNode attempted() {
        return json(given().get("/v1/rulesets/active").asString()).path("attempted");
    }

    @Test
    void theShownRulesPassTheShownTests() {
        LiveRules.write(TEST_FILE, shown().get(1).text() + "\n");
        LiveRules.save("load-gate/freeze.drl", shown().get(0).text() + "\n");
        assertThat(attempted().path("outcome").asText())
                .as(attempted().toString())
                .isEqualTo("activated");
        assertThat(attempted().path("diagnostics")).isEmpty();
    }

    @Test
    void aShownTestFailsAtAnotherTime() {
        String tests = shown().get(1).text().replace("2026-11-27T16:00", "2026-11-26T16:00");
        LiveRules.write(TEST_FILE, tests + "\n");
        LiveRules.save("load-gate/freeze.drl", shown().get(0).text() + "\n");
        assertThat(attempted().path("outcome").asText()).isEqualTo("refused");
        assertThat(attempted().toString()).contains("a search is frozen late on a Friday");
    }

    @Test
    void rulesAreToldTheTimeThatIsRecordedAndAReplayIsToldTheSame() {
        LiveRules.reset();
        LiveRules.save("load-gate/time.drl", TOLD);
        JsonNode answer = RunningService.answer("/v1/load-gate", "{\"routes\":{}}");
        String id = answer.path("decision_id").asText();
        JsonNode time = json(given().get("/v1/decisions/" + id).asString()).at("/context/time");

        ZonedDateTime at = Instant.parse(answer.path("evaluated_at").asText()).atZone(ZoneOffset.UTC);
        assertThat(Instant.parse(time.path("instant").asText())).isEqualTo(at.toInstant());
        assertThat(LocalDate.parse(time.path("date").asText())).isEqualTo(at.toLocalDate());
        assertThat(DayOfWeek.valueOf(time.path("day_of_week").asText().toUpperCase(Locale.ROOT)))
                .isEqualTo(at.getDayOfWeek());
        assertThat(time.path("hour").asInt()).isEqualTo(at.getHour());
        assertThat(answer.path("warnings").findValuesAsText("detail"))
                .contains(at.toInstant() + " " + at.toLocalDate() + " " + at.getDayOfWeek() + " " + at.getHour());
        JsonNode replay = json(given().post("/v1/decisions/" + id + "/replay").asString());
        assertThat(replay.path("identical").asBoolean()).isTrue();
    }
}
