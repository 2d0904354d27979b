package dev.shipgate.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.report.format.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTargetTest {

    @TempDir
    private Path folder;

    private Path input;
    private Path rules;

    @BeforeEach
    void files() throws IOException {
        input = Files.writeString(folder.resolve("results.json"), "{}");
        rules = Files.createDirectories(folder.resolve("rules"));
    }

    private void require(Path target) throws IOException {
        new ReportTarget(ReportFormat.JSON, target).requireNoInput(List.of(folder.resolve("-"), input), rules);
    }

    @Test
    void refusesAFileThatIsReadUnderWhateverName() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        for (Path same : List.of(
                input,
                folder.resolve("sub/../results.json"),
                Files.createLink(folder.resolve("hard"), input),
                Files.createSymbolicLink(folder.resolve("soft"), input))) {
            assertThatThrownBy(() -> require(same))
                    .as(same.toString())
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("--output would overwrite " + input + ", which is read.");
        }
    }

    @Test
    void refusesAFolderThatIsNotThereAndMakesNone() {
        Path target = folder.resolve("reprots/verdict.json");
        assertThatThrownBy(() -> require(target))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("--output names a file in " + target.getParent()
                        + ", which is no folder. Make it first, or " + "correct its name.");
        assertThat(target.getParent()).doesNotExist();
    }

    @Test
    void refusesAFileOfTheRules() throws IOException {
        Path rule = Files.writeString(rules.resolve("budgets.drl"), "");
        assertThatThrownBy(() -> require(rule))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("which is a file of the rules.");
    }

    @Test
    void refusesANewFileAmongTheRules() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), rules);
        for (Path file : List.of(rules.resolve("verdict.json"), link.resolve("verdict.json"))) {
            assertThatThrownBy(() -> require(file))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("--output would put " + file + " into the folder of the rules, " + rules
                            + ". Give it another folder.");
        }
    }

    @Test
    void takesAnyOtherFileWhetherOrNotItIsThere() throws IOException {
        Path old = Files.writeString(folder.resolve("old.json"), "{}");
        assertThatCode(() -> require(old)).doesNotThrowAnyException();
        assertThatCode(() -> require(folder.resolve("new.json"))).doesNotThrowAnyException();
    }
}
