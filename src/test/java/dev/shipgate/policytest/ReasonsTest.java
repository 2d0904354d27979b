package dev.shipgate.policytest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reasons that an answer gives for its verdict. */
class ReasonsTest {

    @Test
    void failuresNameTheirRouteAndTheirRule() {
        assertThat(reasons("""
                {"ship":false,"failures":[
                  {"route":"find","reason":"latency","observed":900,"rule":"latency is over budget","detail":"Too slow."},
                  {"route":null,"reason":"no_routes","rule":null,"detail":"None."}]}"""))
                .containsExactly("find: latency: Too slow. (rule \"latency is over budget\")", "no_routes: None.");
    }

    @Test
    void blockersComeFirstThenWhatThePartsSay() {
        assertThat(reasons("""
                {"ready":false,"load_gate":{"ship":false,"failures":[{"route":"find","reason":"errors","detail":"Many."}]},
                 "blockers":[{"part":"load_gate","reason":"gate_does_not_ship","detail":"Failures: 1."}]}"""))
                .containsExactly("load_gate: gate_does_not_ship: Failures: 1.", "load_gate: find: errors: Many.");
    }

    @Test
    void minutesAndStepsAreNamed() {
        assertThat(reasons("""
                {"alerts":[{"minute":7,"attempt_ratio":2.3,"action":"cap_retries"}],
                 "not_evaluated":[{"minute":9,"missing":["user_turns"]}]}""")).containsExactly("minute 7: cap_retries", "minute 9: user_turns");
        assertThat(reasons("""
                {"not_evaluated":[{"minute":9,"missing":[]}]}""")).containsExactly("minute 9: no rule judged it");
        assertThat(reasons("""
                {"steps":[{"concurrency":50,"passes":true,"violated":[]},
                          {"concurrency":100,"passes":false,"violated":["latency"]}]}""")).containsExactly("concurrency 100: latency");
    }

    @Test
    void ofWhatIsMissingTheSentenceAboutItIsEnough() {
        assertThat(reasons("""
                {"failures":[{"route":"find","reason":"missing_budget","detail":"It has no budget.","missing":["p95_ms","error_rate"]},
                  {"route":"rank","reason":"stale","detail":"Old.","missing":[]}]}""")).containsExactly("find: missing_budget: It has no budget.", "rank: stale: Old.");
    }

    @Test
    void ofVeryManyTheFirstAreTold() {
        String failures = IntStream.range(0, 12)
                .mapToObj(i -> "{\"route\":\"r" + i + "\",\"reason\":\"latency\"}")
                .collect(Collectors.joining(","));

        assertThat(reasons("{\"failures\":[" + failures + "]}"))
                .hasSize(11)
                .startsWith("r0: latency")
                .endsWith("and 2 more");
    }

    private static List<String> reasons(String answer) {
        try {
            return Reasons.of(new ObjectMapper().readTree(answer));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
