package dev.shipgate.retrystorm;

import static dev.shipgate.retrystorm.Traffic.alertingMinutes;
import static dev.shipgate.retrystorm.Traffic.body;
import static dev.shipgate.retrystorm.Traffic.bodyWith;
import static dev.shipgate.retrystorm.Traffic.evaluate;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The conclusions that a person reading a recording would draw, and that the service draws the same. */
@QuarkusTest
class RealTrafficTest {

    private static final String AUTO = "\"baseline\":\"auto\"";

    // ---- A dependency fails and is retried -------------------------------------------------------------
    //
    // About 30 turns a minute all along, so nobody is busier than before. In minutes 15 to 27 half and more
    // of the requests to the dependency fail, and the same turns make two to two and a half times the
    // requests. Before and after, a turn is a request. A person would say: a retry storm of 13 minutes.

    private static final Trace RETRY_STORM = Trace.read("retry_storm");
    private static final List<Integer> STORM_MINUTES = RETRY_STORM.minutesLabelled("retry_storm");

    @Test
    void aFailingDependencyIsAStormInItsMinutesWithoutABaseline() {
        assertThat(STORM_MINUTES)
                .containsExactlyElementsOf(IntStream.rangeClosed(15, 27).boxed().toList());
        assertThat(alertingMinutes(evaluate(body(RETRY_STORM.points())))).isEqualTo(STORM_MINUTES);
    }

    @Test
    void aFailingDependencyIsOneWindowWithPeaksInMinutes16And24() {
        assertThat(evaluate(body(RETRY_STORM.points())).get("windows")).isEqualTo(json("""
                [{"start_minute":15,"end_minute":27,"points":13,
                  "peak_attempt_ratio":2.57,"peak_dependency_error_rate":0.7105}]"""));
    }

    @Test
    void aFailingDependencyIsTheSameStormBesideItsOwnCalmMinutes() {
        JsonNode answer = evaluate(bodyWith(AUTO, RETRY_STORM.points()));

        assertThat(answer.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":1,"dependency_error_rate":0,"source":"auto"}"""));
        assertThat(alertingMinutes(answer)).isEqualTo(STORM_MINUTES);
    }

    /** The worst of the calm minutes is the hardest baseline that this recording can give. */
    @Test
    void aFailingDependencyIsTheSameStormBesideTheWorstCalmMinute() {
        assertThat(alertingMinutes(evaluate(bodyWith("""
                        "baseline":{"attempt_ratio":1.0357,"dependency_error_rate":0.0345}""", RETRY_STORM.points()))))
                .isEqualTo(STORM_MINUTES);
    }

    // ---- Many people come ------------------------------------------------------------------------------
    //
    // In minutes 15 to 27 there are 90 turns a minute instead of 25. Each still is one request, and almost
    // none fails; a few that fail, in the crowd and outside it, are tried once more. A person would say:
    // many people came, the service bore it, and nobody needs to do anything.

    private static final Trace FLASH_CROWD = Trace.read("flash_crowd");

    @Test
    void aCrowdIsNoStormThoughRequestsMoreThanTriple() {
        assertThat(FLASH_CROWD.minutesLabelled("flash_crowd")).hasSize(13);
        assertThat(alertingMinutes(evaluate(body(FLASH_CROWD.points())))).isEmpty();
    }

    @Test
    void aCrowdIsNoStormOnceUsualTrafficIsKnown() {
        JsonNode auto = evaluate(bodyWith(AUTO, FLASH_CROWD.points()));

        assertThat(auto.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":1,"dependency_error_rate":0,"source":"auto"}"""));
        assertThat(alertingMinutes(auto)).isEmpty();
        assertThat(alertingMinutes(evaluate(bodyWith("""
                        "baseline":{"attempt_ratio":1.0,"dependency_error_rate":0.01}""", FLASH_CROWD.points()))))
                .isEmpty();
    }

    // ---- A service asks twice a turn -------------------------------------------------------------------
    //
    // Each turn is two requests by design, with a failure here and there, and in minutes 15 to 27 up to one
    // request in five fails; a request that fails is tried once more, which takes the ratio from 2 to 2.5 at most. A
    // person who knows of the two requests would say: the dependency had a bad time, and nothing amplified
    // it.

    private static final Trace FANOUT = Trace.read("fanout_baseline");

    @Test
    void twoRequestsATurnAreNoStormBesideAnAutomaticBaseline() {
        JsonNode answer = evaluate(bodyWith(AUTO, FANOUT.points()));

        assertThat(answer.get("baseline")).isEqualTo(json("""
                {"attempt_ratio":2,"dependency_error_rate":0,"source":"auto"}"""));
        assertThat(alertingMinutes(answer)).isEmpty();
        assertThat(answer.get("windows")).isEqualTo(json("[]"));
    }

    @Test
    void twoRequestsATurnAreNoStormForACallerWhoKnowsOfThem() {
        assertThat(alertingMinutes(evaluate(bodyWith("""
                        "baseline":{"attempt_ratio":2.0,"dependency_error_rate":0}""", FANOUT.points())))).isEmpty();
    }

    /**
     * Two requests a turn are above 1.8, so that without a baseline every minute with 5 percent of errors
     * looks like a storm: five of the incident, and two usual ones at exactly 5 percent. A baseline prevents this.
     */
    @Test
    void twoRequestsATurnAlertInSevenMinutesWithoutABaseline() {
        assertThat(alertingMinutes(evaluate(body(FANOUT.points())))).containsExactly(0, 15, 19, 21, 22, 27, 37);
        assertThat(FANOUT.minutesLabelled("dependency_incident_no_storm")).contains(15, 19, 21, 22, 27);
        assertThat(FANOUT.minutesLabelled("normal")).contains(0, 37);
    }
}
