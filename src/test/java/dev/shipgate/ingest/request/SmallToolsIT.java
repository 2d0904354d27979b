package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.autocannon.Autocannon;
import dev.shipgate.ingest.hey.Hey;
import dev.shipgate.ingest.locust.Locust;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.wrk.Wrk;
import dev.shipgate.testing.KnownServer;
import dev.shipgate.testing.LoadTool;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tools themselves against a server that keeps a record of its answers. The figures that are imported must be those
 * of the record.
 */
class SmallToolsIT {

    private static final int REQUESTS = 400;

    /** Locust ends after a time, by which a busy machine has to have sent all. */
    private static final int FEW_REQUESTS = 160;

    private static final int CONNECTIONS = 4;

    /** The time that the way to the server and back may add on a machine that runs other tests. */
    private static final double MOST_ADDED_MS = 1_000;

    /** Tools round, and may take the value of a neighbouring rank. */
    private static final double LEAST_PART = 0.9;

    private final KnownServer server = KnownServer.started()
            .answering("/tts", KnownServer.UNEVEN)
            .answering("/asr", index -> new KnownServer.Answer(5, 200));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void importsWhatHeyMeasured() throws IOException, InterruptedException {
        String output = LoadTool.require("hey")
                .run(folder, "-n", "" + REQUESTS, "-c", "" + CONNECTIONS, "-o", "csv", server.url("/tts"));

        assertKnown(ImportedFile.wholeTest(new Hey(), output), "/tts", REQUESTS);
    }

    @Test
    void importsWhatAutocannonMeasured() throws IOException, InterruptedException {
        String output = LoadTool.require("autocannon")
                .run(folder, "-j", "-a", "" + REQUESTS, "-c", "" + CONNECTIONS, server.url("/tts"));

        LoadTestResult test =
                ImportedFile.read(new Autocannon(), output, ImportedFile.mapping("route: tts", "p95: p97_5"));

        assertKnown(ImportedFile.route(test, "tts"), "/tts", REQUESTS);
    }

    /**
     * autocannon counts no error for a connection that the server closes. Of the requests without an answer it cannot
     * be told which were under way at the end.
     */
    @Test
    void findsRequestsOfAutocannonWhoseConnectionWasClosed() throws IOException, InterruptedException {
        server.answering("/closing", index -> new KnownServer.Answer(5, index % 10 == 3 ? 0 : 200));

        String output = LoadTool.require("autocannon")
                .run(folder, "-j", "-a", "" + REQUESTS, "-c", "" + CONNECTIONS, server.url("/closing"));

        JsonNode route = ImportedFile.wholeTest(new Autocannon(), output);
        assertThat(server.failures("/closing") - failures(route)).isBetween(0L, (long) CONNECTIONS);
        assertThat(failures(route)).isPositive();
    }

    @Test
    void importsWhatLocustMeasured() throws IOException, InterruptedException {
        LoadTool locust = LoadTool.require("locust");
        Files.writeString(folder.resolve("locustfile.py"), """
                from locust import HttpUser, constant, task
                from locust.exception import StopUser

                class Caller(HttpUser):
                    wait_time = constant(0)
                    left = %d

                    @task
                    def call(self):
                        if self.left == 0:
                            raise StopUser()
                        self.left -= 1
                        self.client.get("/tts", name="tts")
                        self.client.get("/asr", name="asr")
                """.formatted(FEW_REQUESTS / CONNECTIONS));

        locust.run(
                folder,
                "--headless",
                "-u",
                "" + CONNECTIONS,
                "-r",
                "" + CONNECTIONS,
                "-t",
                "12s",
                "--csv",
                "out",
                "-H",
                server.url(""));

        LoadTestResult test =
                ImportedFile.read(new Locust(), Files.readAllBytes(folder.resolve("out_stats.csv")), Mapping.none());
        assertThat(test.routes()).containsOnlyKeys("tts", "asr");
        assertKnown(ImportedFile.route(test, "tts"), "/tts", FEW_REQUESTS);
        assertKnown(ImportedFile.route(test, "asr"), "/asr", FEW_REQUESTS);
    }

    /**
     * wrk ends after a time, with a request on its way on each connection. It corrects response times that are twice
     * the usual ones, so there are none here.
     */
    @Test
    void importsWhatWrkMeasured() throws IOException, InterruptedException {
        server.answering(
                "/even", index -> new KnownServer.Answer(index % 100 < 92 ? 20 : 30, index % 25 == 7 ? 503 : 200));
        Files.writeString(folder.resolve("report.lua"), SampleFiles.text("wrk/report.lua"));

        String output = LoadTool.require("wrk")
                .run(folder, "-t", "1", "-c", "" + CONNECTIONS, "-d", "3s", "-s", "report.lua", server.url("/even"));

        JsonNode route = ImportedFile.wholeTest(new Wrk(), output);
        assertThat(server.requests("/even") - route.path("samples").asLong()).isBetween(0L, (long) CONNECTIONS);
        assertThat(server.failures("/even") - failures(route)).isBetween(0L, (long) CONNECTIONS);
        assertP95(route, "/even");
    }

    private void assertKnown(JsonNode route, String path, int requests) {
        assertThat(server.requests(path)).isEqualTo(requests);
        assertThat(route.path("samples").asInt()).isEqualTo(requests);
        assertThat(failures(route)).isEqualTo(server.failures(path));
        assertP95(route, path);
    }

    private void assertP95(JsonNode route, String path) {
        double known = server.p95Ms(path);
        assertThat(route.path("p95_ms").asDouble()).isBetween(known * LEAST_PART, known + MOST_ADDED_MS);
    }

    private static long failures(JsonNode route) {
        return Math.round(
                route.path("error_rate").asDouble() * route.path("samples").asLong());
    }
}
