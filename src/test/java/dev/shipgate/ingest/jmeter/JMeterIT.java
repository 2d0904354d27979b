package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.testing.KnownServer;
import dev.shipgate.testing.LoadTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMeter itself asks a server, and the figures read from its files are those that the server knows. */
class JMeterIT {

    private static final int USERS = 4;
    private static final int TURNS = 40;

    private static final List<String> ROUTES = List.of("asr", "llm", "tts");

    private final ResultFormat jmeter = new JMeter();

    @TempDir
    private Path folder;

    @Test
    void tellsWhatTheServerKnows() throws Exception {
        LoadTool tool = LoadTool.requireInJava("jmeter");
        try (KnownServer server = KnownServer.ofVoice()) {
            run(tool, server);

            LoadTestResult table =
                    ImportedFile.read(jmeter, Files.readAllBytes(folder.resolve("voice.jtl")), Mapping.none());
            LoadTestResult dashboard = ImportedFile.read(
                    jmeter, Files.readAllBytes(folder.resolve("report").resolve("statistics.json")), Mapping.none());

            assertThat(table.routes()).containsOnlyKeys("asr", "llm", "tts", "moved");
            for (String route : ROUTES) {
                server.assertMeasured("/" + route, route(table, route), USERS * TURNS);
                assertSame(route(dashboard, route), route(table, route));
            }
            assertThat(route(table, "moved").get("samples").intValue())
                    .isEqualTo(server.requests("/moved"))
                    .isEqualTo(server.requests("/target"));
            assertThat(table.notes())
                    .hasSize(2)
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("160 requests, ")
                            .endsWith("whose requests have rows of their own (the mapping may name them): turn."))
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("320 requests, none of them failed, ")
                            .endsWith("such as redirects (the mapping may name them): moved-0, moved-1."));
            assertThat(dashboard.notes())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("have 160 samples more than its Total");
        }
    }

    /** JMeter's own figures are in binary, and so can be a hair away from those in decimals. */
    private static void assertSame(ObjectNode dashboard, ObjectNode table) {
        assertThat(dashboard.get("samples")).isEqualTo(table.get("samples"));
        assertThat(dashboard.get("error_rate")).isEqualTo(table.get("error_rate"));
        assertThat(dashboard.get("p95_ms").doubleValue())
                .isCloseTo(table.get("p95_ms").doubleValue(), within(1e-9));
    }

    private void run(LoadTool tool, KnownServer server) throws Exception {
        Path plan = folder.resolve("voice.jmx");
        Files.writeString(
                plan,
                Files.readString(LoadTool.plan("voice.jmx"))
                        .replace("@port@", String.valueOf(server.port()))
                        .replace("@users@", String.valueOf(USERS))
                        .replace("@turns@", String.valueOf(TURNS)));
        LoadTool.java(
                folder,
                List.of(
                        "-Djava.awt.headless=true",
                        "-jar",
                        tool.place().resolve("bin").resolve("ApacheJMeter.jar").toString(),
                        "-n",
                        "-t",
                        plan.toString(),
                        "-l",
                        folder.resolve("voice.jtl").toString(),
                        "-j",
                        folder.resolve("jmeter.log").toString(),
                        "-e",
                        "-o",
                        folder.resolve("report").toString()));
    }
}
