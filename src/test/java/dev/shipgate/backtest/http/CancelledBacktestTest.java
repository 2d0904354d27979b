package dev.shipgate.backtest.http;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.backtest.Backtest;
import dev.shipgate.backtest.Backtests;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backtests that are cancelled, and that are too many. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class CancelledBacktestTest {

    @Inject
    Backtests backtests;

    @Inject
    ActiveRuleset active;

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void deletingOneCancelsItAndKeepsWhatWasCounted() {
        String service = "service-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            Backtesting.decide(service, 300, 400);
        }
        // Each evaluation goes on until its time is used up, so three of them are not done before the next request.
        var files = Backtesting.files().put("load-gate/endless.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "an endless rule" @owner("sre") when Release(service == "%s") then
                    long i = 0; while (i >= 0) { i = (i + 1) %% 1000; }
                end
                """.formatted(service));
        String location = Backtesting.post(Backtesting.request(files, service)).header("Location");
        assertThat(Backtesting.get(location).path("state").asText()).isEqualTo("running");
        RestAssured.delete(location).then().statusCode(200).body("state", equalTo("cancelled"));
        JsonNode cancelled = Backtesting.get(location);
        assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("total").asInt()).isEqualTo(3);
        assertThat(cancelled.path("evaluated").asInt()).isLessThan(3);
        assertThat(cancelled.hasNonNull("ended_at")).isTrue();
    }

    @Test
    void oneMoreThanMayRunIsAskedToComeAgain() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(2);
        CountDownLatch let = new CountDownLatch(1);
        List<Thread> holders = new ArrayList<>();
        List<Backtest> held = new ArrayList<>();
        DecisionSelection none = new DecisionSelection(null, "no-such-service", null, null, null, 1);
        for (int i = 0; i < 2; i++) {
            Thread holder = new Thread(() -> {
                Backtest backtest = started(
                        () -> {
                            ready.countDown();
                            return leasedOnceLet(let);
                        },
                        none);
                synchronized (held) {
                    held.add(backtest);
                }
            });
            holder.start();
            holders.add(holder);
        }
        assertThat(ready.await(1, TimeUnit.MINUTES)).isTrue();
        Backtesting.post(json("{\"ruleset\":\"active\"}").deepCopy())
                .then()
                .statusCode(429)
                .header("Retry-After", "10")
                .body("detail", containsString("As many backtests run already as may at a time."));
        let.countDown();
        for (Thread holder : holders) {
            holder.join();
        }
        assertThat(held).hasSize(2);
    }

    /** One that was cancelled before still holds its place until its last evaluation has ended. */
    private Backtest started(Backtests.Candidate<RuntimeException> candidate, DecisionSelection selection) {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreException(TooManyRequestsException.class)
                .until(() -> backtests.start(candidate, selection), backtest -> true);
    }

    private RulesetLease leasedOnceLet(CountDownLatch let) {
        try {
            let.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return active.lease();
    }
}
