package dev.shipgate.ingest.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.testing.KnownServer;
import dev.shipgate.testing.LoadTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gatling itself asks a server, and the figures read from its files are those that the server knows. */
class GatlingIT {

    private static final int USERS = 4;
    private static final int TURNS = 40;

    private final ResultFormat gatling = new Gatling();

    @TempDir
    private Path folder;

    @Test
    void tellsInTextAndInStatisticsWhatTheServerKnows() throws Exception {
        LoadTool tool = LoadTool.requireInJava("gatling-text");
        try (KnownServer server = KnownServer.ofVoice()) {
            run(tool, server);

            assertKnown("simulation.log", "simulation.log (text)", server);
            assertKnown("stats.json", "stats.json", server);
        }
    }

    @Test
    void tellsInBinaryWhatTheServerKnows() throws Exception {
        LoadTool tool = LoadTool.requireInJava("gatling");
        try (KnownServer server = KnownServer.ofVoice()) {
            run(tool, server, "--no-reports");

            assertKnown("simulation.log", "simulation.log (binary)", server);
        }
    }

    private void assertKnown(String file, String form, KnownServer server) throws IOException {
        LoadTestResult test = ImportedFile.read(gatling, LoadTool.find(folder, file), Mapping.none());

        assertThat(test.provenance().form()).isEqualTo(form);
        assertThat(test.notes()).isEmpty();
        assertThat(test.routes()).containsOnlyKeys("asr", "llm", "tts");
        test.routes().forEach((route, measured) -> server.assertMeasured("/" + route, measured, USERS * TURNS));
    }

    private void run(LoadTool tool, KnownServer server, String... options) throws Exception {
        String libraries = tool.place().resolve("*").toString();
        compile(tool.place());
        List<String> arguments = new ArrayList<>(List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + LoadTool.plan("logback.xml"),
                "-Dgatling.data.enableAnalytics=false",
                "-Dvoice.url=http://127.0.0.1:" + server.port(),
                "-Dvoice.users=" + USERS,
                "-Dvoice.turns=" + TURNS,
                "-cp",
                folder + File.pathSeparator + libraries,
                "io.gatling.app.Gatling",
                "-s",
                "VoiceSimulation",
                "-rf",
                folder.resolve("results").toString()));
        arguments.addAll(List.of(options));
        LoadTool.java(folder, arguments);
    }

    private void compile(Path libraries) {
        String classPath = String.join(
                File.pathSeparator,
                Arrays.stream(libraries.toFile().listFiles())
                        .map(File::toString)
                        .toList());
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        classPath,
                        "-d",
                        folder.toString(),
                        LoadTool.plan("VoiceSimulation.java").toString());
        assertThat(failed).isZero();
    }
}
