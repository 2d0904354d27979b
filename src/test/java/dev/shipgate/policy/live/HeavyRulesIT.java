package dev.shipgate.policy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.loadgate.GateClient;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.confinement.SuiteFile;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Rules that take all memory or time, in the packaged application with a small heap: each is refused or ended for four
 * callers at once, and the service lives on.
 */
class HeavyRulesIT {

    private static final int CALLERS = 4;
    private static final Duration LONGEST_EVALUATION = Duration.ofSeconds(4);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final String FILE = "load-gate/heavy.drl";
    private static final String REFUSED = "refused ";
    private static final String STOPPED = "stopped ";

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @Test
    void areRefusedOrEndedWhileTheServiceLives() throws Exception {
        Path rules = LiveRules.untestedCopyIn(DataFolder.fresh());
        ServiceProcess service = services.onRules(DataFolder.fresh(), rules, LONGEST_EVALUATION);
        Files.writeString(rules.resolve(FILE), expecting(REFUSED).get(0).text());
        service.startWithoutStore();
        assertThat(service.ready()).isEqualTo(503);

        Files.delete(rules.resolve(FILE));
        awaitActive(service, rules);
        try (LiveWatch watch = new LiveWatch(service)) {
            for (SuiteFile file : expecting(REFUSED)) {
                assertThat(byAll(() -> validated(service, file)))
                        .as(file.name())
                        .allMatch(
                                report -> report.contains(file.header("Expect").substring(REFUSED.length())));
            }
            for (SuiteFile file : expecting(STOPPED)) {
                Files.writeString(rules.resolve(FILE), file.text());
                awaitActive(service, rules);
                assertThat(byAll(() -> decided(service, 500)))
                        .as(file.name())
                        .allMatch(problem ->
                                problem.contains(file.header("Expect").substring(STOPPED.length())));
            }
            assertThat(watch.longestSilence()).isLessThan(LONGEST_SILENCE);
        }
        Files.delete(rules.resolve(FILE));
        awaitActive(service, rules);
        assertThat(decided(service, 200)).contains("\"ship\":");
        assertThat(service.log()).doesNotContain("OutOfMemoryError");
    }

    private static List<SuiteFile> expecting(String what) {
        List<SuiteFile> files = SuiteFile.all("heavy").stream()
                .filter(file -> file.header("Expect").startsWith(what))
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        return files;
    }

    private static void awaitActive(ServiceProcess service, Path rules) {
        String version = TestRules.versionOf(rules);
        await("the rules of the folder decide")
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.ready() == 200
                        && service.get("/v1/rulesets/active")
                                .path("version")
                                .asText()
                                .equals(version));
    }

    /** The answers to all callers, who ask at the same time. */
    private List<String> byAll(Callable<String> asked) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Future<String> answer : callers.invokeAll(Collections.nCopies(CALLERS, asked))) {
            answers.add(answer.get());
        }
        return answers;
    }

    /** Validations run one at a time: a caller who comes during another asks again. */
    private static String validated(ServiceProcess service, SuiteFile file) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("files").put(FILE, file.text());
        while (true) {
            HttpResponse<byte[]> response = service.post("/v1/rulesets/validation", body.toString(), Map.of());
            if (response.statusCode() != 429) {
                assertThat(response.statusCode()).isEqualTo(200);
                return new String(response.body(), StandardCharsets.UTF_8);
            }
            Thread.sleep(100);
        }
    }

    private static String decided(ServiceProcess service, int status) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                service.post("/v1/load-gate", GateClient.bookTable(GateClient.WITHIN_BUDGET), Map.of());
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        return body;
    }
}
