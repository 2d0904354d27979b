package dev.shipgate.policy.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.compile.TestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files are replaced as a whole, wherever a stop cuts it short. */
class FolderChangeTest {

    private static final RulesetFiles AFTER =
            files(TestRules.file("load-gate/a.drl", "new a"), TestRules.file("capacity/c.drl", "c"));

    @TempDir
    Path root;

    private RulesetFiles before;

    private static RulesetFiles files(RuleFile... files) {
        return RulesetFiles.of(List.of(files));
    }

    @BeforeEach
    void oldFiles() throws IOException {
        for (String path : List.of("load-gate/a.drl", "load-gate/b.test.yaml", "load-gate/README.md")) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), "old " + path);
        }
        before = read();
    }

    private RulesetFiles read() throws IOException {
        return new RulesDirectory(root).read();
    }

    private void replace() throws IOException {
        try (FolderChange change = FolderChange.stage(root, before, AFTER)) {
            change.complete();
        }
    }

    /** Leaves the folder like a process that ends after staging: closing the change would remove the staged files. */
    private void stopAfterStaging() throws IOException {
        Path aside = root.resolve("aside");
        FolderChange change = FolderChange.stage(root, before, AFTER);
        Files.move(root.resolve(".shipgate-staged"), aside);
        change.close();
        Files.move(aside, root.resolve(".shipgate-staged"));
    }

    private List<String> names(Path folder) {
        return Arrays.stream(folder.toFile().list()).sorted().toList();
    }

    @Test
    void theFolderHasTheNewFilesAndWhatIsNoRuleFileStays() throws IOException {
        replace();

        assertThat(read()).isEqualTo(AFTER);
        assertThat(names(root)).containsExactly(".shipgate-lock", "capacity", "load-gate");
        assertThat(names(root.resolve("load-gate"))).containsExactly("README.md", "a.drl");
    }

    @Test
    void aStopBeforeAllIsWrittenLeavesTheOldFiles() throws IOException {
        stopAfterStaging();

        FolderChange.finish(root);

        assertThat(read()).isEqualTo(before);
        replace();
        assertThat(read()).isEqualTo(AFTER);
    }

    @Test
    void aStopAfterAllIsWrittenLeadsToTheNewFiles() throws IOException {
        stopAfterStaging();
        Files.move(root.resolve(".shipgate-staged"), root.resolve(".shipgate-ready"));
        Files.move(root.resolve(".shipgate-ready/files/capacity/c.drl"), root.resolve("capacity/c.drl"));
        assertThat(read()).isNotEqualTo(before).isNotEqualTo(AFTER);

        FolderChange.finish(root);

        assertThat(read()).isEqualTo(AFTER);
        assertThat(root.resolve(".shipgate-ready")).doesNotExist();
    }

    @Test
    void aStopWhileTidyingUpLeavesTheNewFiles() throws IOException {
        replace();
        Files.createDirectories(root.resolve(".shipgate-ready/files/capacity"));

        FolderChange.finish(root);

        assertThat(read()).isEqualTo(AFTER);
        assertThat(root.resolve(".shipgate-ready")).doesNotExist();
    }

    @Test
    void whoComesWhileAnotherChangesTheFolderIsTold() throws Exception {
        Process other = LockHolder.start(root.resolve(".shipgate-lock"));

        assertThatThrownBy(() -> FolderChange.stage(root, before, AFTER))
                .isInstanceOf(IOException.class)
                .hasMessage("Another service changes the folder");

        assertThat(read()).isEqualTo(before);
        other.getOutputStream().close();
        other.waitFor();
        replace();
        assertThat(read()).isEqualTo(AFTER);
    }

    @Test
    void aFileIsDeletedUnderItsWholeName() throws IOException {
        Files.writeString(root.resolve("load-gate/two\ncapacity.drl"), "of a strange name");
        Files.createDirectories(root.resolve("capacity.drl"));
        before = read();

        replace();

        assertThat(read()).isEqualTo(AFTER);
        assertThat(root.resolve("capacity.drl")).isDirectory();
    }

    @Test
    void aFolderWhereAFileIsToBeIsNoticedBeforeAnythingChanges() throws IOException {
        Files.createDirectories(root.resolve("capacity/c.drl/inside"));

        assertThatThrownBy(() -> FolderChange.stage(root, before, AFTER)).isInstanceOf(IOException.class);

        assertThat(read()).isEqualTo(before);
        assertThat(root.resolve(".shipgate-staged")).doesNotExist();
    }

    @Test
    void aFileWhereAFolderIsToBeIsNoticedBeforeAnythingChanges() throws IOException {
        Files.writeString(root.resolve("capacity"), "no folder");

        assertThatThrownBy(() -> FolderChange.stage(root, before, AFTER)).isInstanceOf(IOException.class);

        assertThat(read()).isEqualTo(before);
    }

    @Test
    void aFileInTheWayOfAChangeIsNoticedBeforeAnythingChanges() throws IOException {
        Path inTheWay = Files.createSymbolicLink(root.resolve(".shipgate-ready"), Path.of("nowhere"));

        assertThatThrownBy(() -> FolderChange.stage(root, before, AFTER))
                .isInstanceOf(IOException.class)
                .hasMessage(inTheWay + " is in the way");

        assertThat(read()).isEqualTo(before);
        assertThat(root.resolve(".shipgate-staged")).doesNotExist();
    }

    @Test
    void aLockThatIsALinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve(".shipgate-lock"), elsewhere.resolve("made"));

        assertThatThrownBy(() -> FolderChange.stage(root, before, AFTER)).isInstanceOf(IOException.class);

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aForgedChangeDeletesNothingElsewhere(@TempDir Path elsewhere) throws IOException {
        Path others = Files.writeString(elsewhere.resolve("d.drl"), "of others");
        Path path = root.toRealPath().relativize(others.toRealPath());
        Files.createDirectories(root.resolve(".shipgate-ready/files"));
        Files.writeString(root.resolve(".shipgate-ready/removed"), path.toString());

        assertThatThrownBy(() -> FolderChange.finish(root))
                .isInstanceOf(IOException.class)
                .hasMessage(path + " is no rule file of this folder");

        assertThat(others).hasContent("of others");
    }

    @Test
    void aForgedChangeWritesNothingElsewhere(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve("linked"), elsewhere);
        Files.createDirectories(root.resolve(".shipgate-ready/files/linked"));
        Files.writeString(root.resolve(".shipgate-ready/files/linked/e.drl"), "forged");
        Files.writeString(root.resolve(".shipgate-ready/removed"), "");

        assertThatThrownBy(() -> FolderChange.finish(root)).isInstanceOf(IOException.class);

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aLinkToAnotherFolderIsNotWrittenThrough(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve("capacity"), elsewhere);

        assertThatThrownBy(() -> FolderChange.stage(root, before, AFTER))
                .isInstanceOf(IOException.class)
                .hasMessage(root.resolve("capacity") + " is a link to another folder");

        assertThat(read()).isEqualTo(before);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void whatALinkToAnotherFolderShowsIsNotDeleted(@TempDir Path elsewhere) throws IOException {
        Path others = Files.writeString(elsewhere.resolve("d.drl"), "of others");
        Files.createSymbolicLink(root.resolve("readiness"), elsewhere);
        RulesetFiles withLink = read();
        assertThat(withLink.drl("readiness")).hasSize(1);

        assertThatThrownBy(() -> FolderChange.stage(root, withLink, AFTER))
                .isInstanceOf(IOException.class)
                .hasMessage(root.resolve("readiness") + " is a link to another folder");

        assertThat(read()).isEqualTo(withLink);
        assertThat(others).hasContent("of others");
    }

    @Test
    void aFileThatIsALinkIsReplacedAndNotWhatItLeadsTo(@TempDir Path elsewhere) throws IOException {
        Path others = Files.writeString(elsewhere.resolve("a.drl"), "of others");
        Files.delete(root.resolve("load-gate/a.drl"));
        Files.createSymbolicLink(root.resolve("load-gate/a.drl"), others);
        before = read();

        replace();

        assertThat(read()).isEqualTo(AFTER);
        assertThat(others).hasContent("of others");
    }
}
