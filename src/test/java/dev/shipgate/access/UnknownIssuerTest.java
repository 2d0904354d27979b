package dev.shipgate.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service of tokens alone, whose issuer is not there when it starts. */
@QuarkusTest
@TestProfile(UnknownIssuerTest.Profile.class)
class UnknownIssuerTest {

    private static final int PORT = freePort();

    /** Takes tokens of an issuer that does not answer yet. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new LiveRules.Profile().getConfigOverrides());
            config.putAll(TestIssuer.configuration(PORT));
            return config;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isReadyOnceTheIssuerIsThere() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'access' }.data.reason",
                        equalTo(
                                "The issuer of tokens has not said with which keys it signs them, so nobody can call."));

        TestIssuer.start(PORT);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .body("checks.find { it.name == 'access' }.status", equalTo("UP")));
    }
}
