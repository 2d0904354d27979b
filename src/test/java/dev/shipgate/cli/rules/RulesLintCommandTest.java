package dev.shipgate.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesLintCommandTest {

    @TempDir
    private Path rules;

    private void save(String path, String text) throws IOException {
        Path file = rules.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void saveARuleOfEachFolder() throws IOException {
        Map<String, String> findings = Map.of(
                "load-gate", "loadgate.Failure(null, \"a\", \"b\")",
                "retry-storm", "retrystorm.NoBaseline(\"a\")",
                "capacity", "capacity.ConfirmedCapacity()",
                "readiness", "readiness.Blocker(\"release\", \"a\", \"b\")");
        for (Map.Entry<String, String> finding : findings.entrySet()) {
            save(finding.getKey() + "/one.drl", """
                    package shipgate.%s
                    import dev.shipgate.decision.Release
                    rule "one of %s" @owner("team") when Release(service == "x") then insert(new dev.shipgate.%s); end
                    """.formatted(
                            finding.getKey().replace("-", ""), finding.getKey(), finding.getValue()));
        }
    }

    @Test
    void theShippedRulesHaveNothingToWarnAbout() {
        CommandRun run = CommandRun.of("rules", "lint", "rules", "--warnings-as-errors");
        assertThat(run.out()).matches("\\d+ rules, 0 warnings\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void warningsAreToldAndAreErrorsOnlyWhereThatIsAskedFor() throws IOException {
        saveARuleOfEachFolder();
        save("load-gate/two.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Failure
                rule "nobody's" when Release(service == "x") then insert(new Failure(null, "a", "b")); end
                """);
        // Tests are not run: this one would fail.
        save("load-gate/two.test.yaml", """
                tests:
                  - {name: x passes, evaluation: load_gate, request: {service: x}, expect: {verdict: pass}}
                """);
        CommandRun run = CommandRun.of("rules", "lint", rules.toString());
        assertThat(run.out()).isEqualTo("""
                warning: load-gate/two.drl:4:1: Nobody is named who could be asked about this rule. Maybe @owner("...")? \
                [in rule "nobody's"] (no-owner)
                5 rules, 1 warning
                """);
        assertThat(run.exitCode()).isZero();
        CommandRun strict = CommandRun.of("rules", "lint", rules.toString(), "--warnings-as-errors");
        assertThat(strict.out()).isEqualTo(run.out());
        assertThat(strict.exitCode()).isEqualTo(1);
    }

    @Test
    void aFileOfTestsThatCannotBeReadIsRefused() throws IOException {
        saveARuleOfEachFolder();
        save("load-gate/one.test.yaml", """
                tests:
                  - {name: x passes, evaluation: load_gate, request: {service: x}, expect: {verdikt: pass}}
                """);
        CommandRun run = CommandRun.of("rules", "lint", rules.toString());

        assertThat(run.out())
                .isEqualTo("error: load-gate/one.test.yaml:2:86: /tests/0/expect/verdikt: There is no such field here. "
                        + "Maybe verdict? (test-file)\n1 error, 0 warnings\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatDoesNotCompileIsRefused() throws IOException {
        save("load-gate/broken.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "broken" when Release(servise == "x") then end
                """);
        CommandRun run = CommandRun.of("rules", "lint", rules.toString());
        assertThat(run.out()).contains("error: load-gate/broken.drl:3:").endsWith("1 error, 4 warnings\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereIsAWrongCommand() {
        CommandRun run = CommandRun.of("rules", "lint", "nowhere");
        assertThat(run.err()).startsWith("There is no folder nowhere.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
