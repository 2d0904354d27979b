package dev.shipgate.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.testing.BesideOthers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class ServiceClientTest {

    private final List<String> news = new ArrayList<>();
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ServiceClient client() {
        return client(server.url(), null, Duration.ofSeconds(20));
    }

    private ServiceClient client(String url, @Nullable String key, Duration timeout) {
        return new ServiceClient(ServiceAddress.parse(url), key, timeout, new Retries(2, news::add));
    }

    private static ServiceRequest post(@Nullable String idempotencyKey) {
        return ServiceRequest.post("/v1/load-gate", "{}".getBytes(UTF_8), idempotencyKey);
    }

    private ServiceException failure(ServiceRequest request) {
        return catchThrowableOfType(ServiceException.class, () -> client().send(request));
    }

    @Test
    void aRequestSaysWhoAsksAndWhatFor() throws Exception {
        server.answer(200, "yes");
        assertThat(client(server.url() + "/below//", "sg_key", Duration.ofSeconds(20))
                        .send(post("job-1"))
                        .body())
                .isEqualTo("yes".getBytes(UTF_8));
        assertThat(server.asked()).containsExactly("POST /below/v1/load-gate {}");
        assertThat(server.lastHeader("Authorization")).containsExactly("Bearer sg_key");
        assertThat(server.lastHeader("Idempotency-key")).containsExactly("job-1");
        assertThat(server.lastHeader("Content-type")).containsExactly("application/json");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRequestUnderAKeyIsSentAgainWhenTheServiceSaysLater(int status) throws Exception {
        server.problem(status, "later", "Later.", "Retry-After", "0").answer(200, "yes");
        assertThat(client().send(post("job-1")).body()).isEqualTo("yes".getBytes(UTF_8));
        assertThat(server.asked()).hasSize(2);
        assertThat(news).containsExactly("The service answered " + status + ". Trying again in 0 s (1 of 2).");
    }

    @Test
    void aRequestIsNotSentAgainForEver() {
        for (int i = 0; i < 3; i++) {
            server.problem(503, "not-recorded", "The disk is full.", "Retry-After", "0");
        }
        ServiceException failure = failure(post("job-1"));
        assertThat(failure.requestIsWrong()).isFalse();
        assertThat(failure.lines()).containsExactly("The service answered 503: The disk is full.");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aRequestWithoutAKeyIsSentOnce() {
        server.problem(503, "not-recorded", "The disk is full.", "Retry-After", "0");
        assertThat(failure(post(null)).lines()).containsExactly("The service answered 503: The disk is full.");
        assertThat(server.asked()).hasSize(1);
        assertThat(news).isEmpty();
    }

    @Test
    void workIsBegunAgainOnlyIfTheServiceBeganNone() throws Exception {
        ServiceRequest begin = ServiceRequest.begin("/v1/backtests", "{}".getBytes(UTF_8));
        server.problem(429, "too-many-requests", "Two run.", "Retry-After", "0").answer(202, "begun");
        assertThat(client().send(begin).body()).isEqualTo("begun".getBytes(UTF_8));
        server.problem(503, "unavailable", "Later.", "Retry-After", "0");
        assertThat(failure(begin).lines()).containsExactly("The service answered 503: Later.");
        server.answer(exchange -> {});
        assertThat(failure(begin).lines().get(0)).endsWith("Nobody knows whether it did what was asked.");
        assertThat(server.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release-not-markable", "waiver-not-valid", "too-many-waivers"})
    void whatTheRequestIsAboutCanBeWrong(String type) {
        server.problem(409, type, "So it is.");
        assertThat(failure(post(null)).requestIsWrong()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400,true", "404,true", "413,true", "422,true", "401,false", "403,false", "409,false", "500,false"})
    void whatTheServiceSaysIsToldAndNotAskedAgain(int status, boolean requestIsWrong) {
        server.problem(status, "some", "So it is.");
        ServiceException failure = failure(post("job-1"));
        assertThat(failure.lines()).containsExactly("The service answered " + status + ": So it is.");
        assertThat(failure.requestIsWrong()).isEqualTo(requestIsWrong);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void everyProblemOfARequestIsALine() {
        server.answer(400, """
                {"type":"urn:shipgate:problem:invalid-request","status":400,"detail":"There are 2 problems.",
                 "errors":[{"pointer":"/routes/a/p95_ms","detail":"must be a number."},
                           {"pointer":"","detail":"The header is wrong."}]}""");
        assertThat(failure(post(null)).lines())
                .containsExactly(
                        "The service answered 400: There are 2 problems.",
                        "/routes/a/p95_ms must be a number.",
                        "The header is wrong.");
    }

    @Test
    void aSingleProblemIsToldOnce() {
        server.answer(400, """
                {"type":"urn:shipgate:problem:invalid-request","status":400,"detail":"/routes/a must be an object.",
                 "errors":[{"pointer":"/routes/a","detail":"must be an object."}]}""");
        assertThat(failure(post(null)).lines())
                .containsExactly("The service answered 400: /routes/a must be an object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>no such page</html>", "", "[]", "{\"type\":\"about:blank\",\"status\":404}"})
    void anAnswerOfSomethingElseIsNoneAboutTheRequest(String body) {
        server.answer(404, body);
        ServiceException failure = failure(post(null));
        assertThat(failure.requestIsWrong()).isFalse();
        assertThat(failure.lines().get(0)).startsWith("The answer, with status 404, is not one of Shipgate.");
    }

    @Test
    void aRedirectionIsNotFollowedSoThatTheKeyGoesNowhereElse() {
        server.answer(302, "", "Location", server.url() + "/elsewhere").answer(200, "yes");
        assertThat(failure(post("job-1")).lines().get(0))
                .contains("answered 302")
                .contains("/elsewhere");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void nobodyThereIsNoAnswer() {
        server.close();
        ServiceException failure = failure(post(null));
        assertThat(failure.lines())
                .containsExactly("No answer from " + server.url()
                        + ": nobody listens there. Nobody knows whether it did what was asked.");
        assertThat(failure.requestIsWrong()).isFalse();
    }

    @Test
    void anAnswerThatStopsInTheMiddleEndsAtTheTimeout() {
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            sleep();
        });
        assertThatThrownBy(
                        () -> client(server.url(), null, Duration.ofSeconds(1)).send(post(null)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("there was no whole answer within 1 s");
    }

    private static void sleep() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anExportThatBreaksOffOrStallsIsNotWhole() throws Exception {
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{}\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        });
        try (InputStream broken = client().open(ServiceRequest.getLines("/v1/decisions"))) {
            assertThatThrownBy(broken::readAllBytes).isInstanceOf(IOException.class);
        }
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{}\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            sleep();
        });
        try (InputStream stalled =
                new StalledInput(client().open(ServiceRequest.getLines("/v1/decisions")), Duration.ofSeconds(1))) {
            assertThat(stalled.readNBytes(3)).isEqualTo("{}\n".getBytes(UTF_8));
            assertThatThrownBy(stalled::read).hasMessage("nothing came for 1 s");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "5,16", "6,30", "100,30"})
    void waitsGrowUpToHalfAMinute(int number, int seconds) {
        assertThat(Retries.wait(number)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
