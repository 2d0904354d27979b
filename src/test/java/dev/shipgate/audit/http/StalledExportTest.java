package dev.shipgate.audit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that ask for everything and read nothing. */
@QuarkusTest
@TestProfile(StalledExportTest.Impatient.class)
class StalledExportTest {

    private static final int RECORDS = 12;
    private static final int ROUTES = 3_000;

    /** Waits a second for a client that does not read, and has records of its own. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shipgate.data.dir", DataFolder.fresh().toString(), "shipgate.http.write-timeout", "1s");
        }
    }

    /** More than the buffers between the service and a client hold. */
    @BeforeEach
    void writeLargeRecords() {
        if (!given().get("/v1/decisions?limit=1")
                .jsonPath()
                .getList("decisions")
                .isEmpty()) {
            return;
        }
        String routes = IntStream.range(0, ROUTES)
                .mapToObj(route -> "\"route-" + route + "\":{\"p95_ms\":1}")
                .collect(Collectors.joining(",", "{\"routes\":{", "}}"));
        for (int i = 0; i < RECORDS; i++) {
            RunningService.answer("/v1/load-gate", routes);
        }
    }

    private static Socket thatAsksAndDoesNotRead(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream().write("""
                GET %s HTTP/1.1\r
                Host: localhost\r
                Accept: application/x-ndjson\r
                \r
                """.formatted(path).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static int statusOfAnExport(String path) {
        return given().accept("application/x-ndjson").get(path).statusCode();
    }

    @ParameterizedTest
    @CsvSource({"/v1/decisions, /v1/decisions?limit=1", "/v1/audit/records, /v1/audit/records"})
    void theirConnectionsAreClosedSoThatOthersGetTheirs(String path, String another) throws Exception {
        try (Socket first = thatAsksAndDoesNotRead(path);
                Socket second = thatAsksAndDoesNotRead(path)) {
            await("both taken").atMost(Duration.ofSeconds(10)).until(() -> statusOfAnExport(another) == 429);
            await("both ended").atMost(Duration.ofSeconds(20)).until(() -> statusOfAnExport(another) == 200);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
    }
}
