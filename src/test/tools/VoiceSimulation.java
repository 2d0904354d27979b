import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/**
 * Asks the server of the tests: two requests in a group, one of them with a check of its answer, and one outside the
 * group.
 */
public class VoiceSimulation extends Simulation {

    public VoiceSimulation() {
        setUp(scenario("turn")
                        .exec(repeat(Integer.getInteger("voice.turns"))
                                .on(group("voice")
                                        .on(
                                                exec(http("asr").get("/asr")),
                                                exec(http("llm")
                                                        .get("/llm")
                                                        .check(status().is(200), substring("good"))))
                                        .exec(http("tts").get("/tts"))))
                        .injectOpen(atOnceUsers(Integer.getInteger("voice.users"))))
                .protocols(http.baseUrl(System.getProperty("voice.url")).disableWarmUp())
                .assertions(global().failedRequests().percent().lt(50.0));
    }
}
