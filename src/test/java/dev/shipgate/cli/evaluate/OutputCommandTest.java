package dev.shipgate.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files to which a command writes its verdict, and those that it never overwrites. */
class OutputCommandTest {

    private static final String CALM = """
            {"service": "search", "routes": {
              "find": {"p95_ms": 100, "error_rate": 0.001, "cost_per_success": 0.01, "task_success_delta": 0.0}},
             "budgets": {"find": {"p95_ms": 100, "error_rate": 0.01, "cost_per_success": 0.02}}}""";

    @TempDir
    private Path folder;

    @Test
    void aVerdictOfEarlierDoesNotStayWhereThereIsNoneNow() throws IOException {
        Path junit = Files.writeString(folder.resolve("verdict.xml"), "<testsuites/>");
        assertThat(check("{\"x\": 1}", "--output", "junit-xml=" + junit).exitCode())
                .isEqualTo(2);
        assertThat(junit).doesNotExist();
    }

    /** Where standard input comes from is a file like any other, as in {@code shipgate check - < results.json}. */
    @Test
    void aVerdictIsNotWrittenToTheFileThatStandardInputIs() throws IOException {
        Path input = Files.createSymbolicLink(folder.resolve("input.json"), Path.of("/dev/stdin"));
        for (String command : List.of("check", "ready", "capacity", "retry-storms")) {
            CommandRun run = CommandRun.of(command, "-", "--output", "json=" + input);
            assertThat(run.err())
                    .as(command)
                    .isEqualTo("--output would overwrite /dev/stdin, which is read. Give it another file.\n");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aVerdictIsNotWrittenToAnythingElseThatIsRead() throws IOException {
        Map<String, String> options = Map.of("--mapping", "m", "--request", "r", "--quality", "q", "--key-file", "k");
        for (Map.Entry<String, String> option : options.entrySet()) {
            Path read = Files.writeString(folder.resolve(option.getValue()), "what is there");
            CommandRun run = check(CALM, option.getKey(), read.toString(), "--output", "json=" + read);
            assertThat(run.err())
                    .isEqualTo("--output would overwrite " + read + ", which is read. Give it another file.\n");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(read).hasContent("what is there");
        }
    }

    @Test
    void noFormOverwritesAnother() throws IOException {
        Path target = folder.resolve("verdict");
        CommandRun run = check(CALM, "--output", "json=" + target, "--output", "csv=" + folder + "/./verdict");
        assertThat(run.err())
                .isEqualTo(
                        "--output names " + folder + "/./verdict more than once. Give each form a file of its own.\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(target).doesNotExist();
    }

    @Test
    void aFormThatThereIsNotIsAWrongCommand() throws IOException {
        assertThat(check("{}", "--format", "pdf").err())
                .contains("must be one of json, markdown, junit-xml, sarif, csv, github, text, but is \"pdf\"");
        assertThat(check("{}", "--output", "verdict.xml").err())
                .contains("must be a form and a file, such as junit-xml=verdict.xml, but is \"verdict.xml\"");
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "request", ".json"), content)
                .toString();
    }

    private CommandRun check(String content, String... more) throws IOException {
        return CommandRun.ofCheck(file(content), more);
    }
}
