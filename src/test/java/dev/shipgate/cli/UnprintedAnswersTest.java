package dev.shipgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.access.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that nobody could read is no answer. */
class UnprintedAnswersTest {

    private static final CommandRun NOT_PRINTED = new CommandRun(3, "", "The answer could not be printed.\n");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lint", "test"})
    void rulesAreNotRightInSilence(String command) throws IOException {
        assertThat(CommandRun.printedInVain("rules", command, "rules")).isEqualTo(NOT_PRINTED);
    }

    @Test
    void recordsAreNotIntactInSilence() throws IOException {
        Files.copy(Path.of("src/test/resources/stores/before-verdict/audit.db"), folder.resolve("audit.db"));
        System.setProperty("shipgate.data.dir", folder.toString());
        try {
            assertThat(CommandRun.of("audit", "verify").exitCode()).isZero();
            assertThat(CommandRun.printedInVain("audit", "verify")).isEqualTo(NOT_PRINTED);
        } finally {
            System.clearProperty("shipgate.data.dir");
        }
    }

    @Test
    void keysAreNotListedInSilence() throws IOException {
        String file = folder.resolve("keys.json").toString();
        CommandRun.of("keys", "add", "ci", "--role", "evaluate", "--file", file);
        assertThat(CommandRun.printedInVain("keys", "list", "--file", file)).isEqualTo(NOT_PRINTED);
    }

    @Test
    void aKeyThatNobodyHasSeenIsNotKept() throws IOException {
        Path file = folder.resolve("keys.json");
        CommandRun.of("keys", "add", "auditor", "--role", "audit", "--file", file.toString());
        String before = Files.readString(file);
        CommandRun run = CommandRun.printedInVain("keys", "add", "ci", "--role", "evaluate", "--file", file.toString());
        assertThat(run)
                .isEqualTo(new CommandRun(
                        3,
                        "",
                        "The key could not be printed, so nobody has it. It was taken out of the file again.\n"));
        assertThat(KeyFile.read(file).named("ci")).isEmpty();
        assertThat(file).hasContent(before);
    }
}
