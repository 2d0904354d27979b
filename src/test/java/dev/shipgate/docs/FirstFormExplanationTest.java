package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.Commands;
import dev.shipgate.testing.StoreBeforeVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the page on the audit that says which rule blocked, on records of the first form. */
class FirstFormExplanationTest {

    private static final String SECTION = "One decision, from question to proof";

    @TempDir
    Path folder = Path.of(".");

    private String explained(String record) throws Exception {
        Commands.require("jq", "--version");
        Files.writeString(folder.resolve("record.json"), record);
        String script = Script.of(Markdown.read("docs/audit.md"), SECTION).get(0);
        Script.Outcome outcome =
                Script.run(script.replaceFirst("curl -sS \\S+ \\| jq -r", "jq -r") + " record.json", folder, Map.of());
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        return outcome.out();
    }

    @Test
    void saysTheSameAsOfTheLatestForm() throws Exception {
        assertThat(explained(StoreBeforeVerdict.decisions().get(0))).isEqualTo("""
                        load_gate: block
                        book_table: p95 latency in ms is 900, over the limit of 800 by 12.5 %.
                          rule: latency is over budget, in load-gate/conditions.drl
                          saw: {"route":"book_table","observed":900,"limit":800,"source":"policy"}
                          owner: sre, see https://runbooks.example.com/shipgate/latency
                        """);
    }

    @Test
    void namesTheRuleOfEachBlockOfARelease() throws Exception {
        String blocked = StoreBeforeVerdict.decisions().stream()
                .filter(record ->
                        record.contains("\"kind\":\"release_readiness\"") && record.contains("\"ready\":false"))
                .findFirst()
                .orElseThrow();
        assertThat(explained(blocked))
                .startsWith("release_readiness: block\n")
                .containsOnlyOnce("  rule: the load gate does not ship, in readiness/blockers.drl")
                .containsOnlyOnce("  rule: there was a retry storm, in readiness/blockers.drl")
                .containsOnlyOnce("  rule: capacity is below what is required, in readiness/blockers.drl");
    }
}
