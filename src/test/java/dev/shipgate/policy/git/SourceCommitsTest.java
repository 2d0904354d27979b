package dev.shipgate.policy.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.folder.RulesDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commit a folder of rules stands at. */
class SourceCommitsTest {

    private static final String RULE = "policy/load-gate/a.drl";

    @TempDir
    Path folder;

    private TestRepository repository;
    private String id;

    @BeforeEach
    void committedRules() throws IOException, GitAPIException {
        repository = TestRepository.in(folder.resolve("repository"));
        repository.write(RULE, "package shipgate.loadgate\r\nrule \"größer\" when then end\n");
        repository.write("policy/load-gate/a.test.yaml", "cases: []\n");
        repository.write("policy/imports/k6.yaml", "routes: {}\n");
        repository.write("README.md", "# Rules\n");
        id = repository.commit("Give bookings more time\n\nThey need it.\n");
    }

    private static Optional<SourceCommit> commit(Path rules) throws IOException {
        return new SourceCommits(rules, Duration.ofMinutes(1)).of(new RulesDirectory(rules.toRealPath()).read());
    }

    private Optional<SourceCommit> commit() throws IOException {
        return commit(repository.path("policy"));
    }

    private SourceCommit expected(boolean uncommittedChanges) {
        return new SourceCommit(id, "Ann Example <ann@example.com>", "Give bookings more time", uncommittedChanges);
    }

    @Test
    void tellsWhatIsCheckedOut() throws Exception {
        assertThat(commit()).contains(expected(false));
    }

    @Test
    void filesThatAreNoRulesAreNoChanges() throws Exception {
        repository.write("README.md", "# Other\n");
        repository.write("policy/load-gate/notes.txt", "later\n");
        repository.write("policy/.idea/load-gate/b.drl", "hidden\n");

        assertThat(commit()).contains(expected(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {RULE, "policy/load-gate/a.test.yaml", "policy/imports/k6.yaml"})
    void anEditIsAnUncommittedChange(String path) throws Exception {
        repository.write(path, "other\n");

        assertThat(commit()).contains(expected(true));
    }

    @Test
    void anExtraRuleIsAnUncommittedChange() throws Exception {
        repository.write("policy/load-gate/b.drl", "package shipgate.loadgate\n");

        assertThat(commit()).contains(expected(true));
    }

    @Test
    void aMissingRuleIsAnUncommittedChange() throws Exception {
        Files.delete(repository.path("policy/load-gate/a.test.yaml"));

        assertThat(commit()).contains(expected(true));
    }

    @Test
    void aRepositoryOfRulesAloneIsOneToo() throws Exception {
        TestRepository own = TestRepository.in(folder.resolve("own"));
        own.write("load-gate/a.drl", "package shipgate.loadgate\n");
        String commit = own.commit("Begin");

        assertThat(commit(own.path("")))
                .contains(new SourceCommit(commit, "Ann Example <ann@example.com>", "Begin", false));
    }

    @Test
    void objectsAndBranchesMayBePacked() throws Exception {
        repository.pack();

        assertThat(repository.path(".git/refs/heads/main")).doesNotExist();
        assertThat(commit()).contains(expected(false));
    }

    @Test
    void aCommitMayBeCheckedOutWithoutABranch() throws Exception {
        repository.write(".git/HEAD", id + "\n");

        assertThat(commit()).contains(expected(false));
    }

    /** As git-sync mounts them: a link to a work tree that is swapped. */
    @Test
    void aLinkToAFurtherWorkTreeIsFollowed() throws Exception {
        repository.write(".git/worktrees/one/HEAD", id + "\n");
        repository.write(".git/worktrees/one/commondir", "../..\n");
        Path tree = Files.createDirectory(folder.resolve("one"));
        Files.writeString(tree.resolve(".git"), "gitdir: ../repository/.git/worktrees/one\n");
        Files.move(repository.path("policy"), tree.resolve("policy"));
        Path link = Files.createSymbolicLink(folder.resolve("current"), tree);

        assertThat(commit(link.resolve("policy"))).contains(expected(false));
    }

    @Test
    void aFolderOutsideOfAnyWorkTreeHasNone() throws Exception {
        Path rules = Files.createDirectories(folder.resolve("rules"));

        assertThat(commit(rules)).isEmpty();
    }

    @Test
    void rulesThatWereNeverCommittedHaveNone() throws Exception {
        repository.write("target/rules/load-gate/a.drl", "package shipgate.loadgate\n");

        assertThat(commit(repository.path("target/rules"))).isEmpty();
    }

    @Test
    void aRepositoryWithoutCommitsHasNone() throws Exception {
        TestRepository empty = TestRepository.in(folder.resolve("empty"));
        empty.write("rules/load-gate/a.drl", "package shipgate.loadgate\n");

        assertThat(commit(empty.path("rules"))).isEmpty();
    }

    @Test
    void textsOfOthersAreMadeFitForOneLine() throws Exception {
        String hidden = "\u202E\u001B[2J";
        repository.commit("Give " + hidden + "\nmore " + "x".repeat(500), "Ann" + hidden);

        SourceCommit commit = commit().orElseThrow();
        assertThat(commit.author()).isEqualTo("Ann\uFFFD\uFFFD[2J <ann@example.com>");
        assertThat(commit.subject()).isEqualTo("Give \uFFFD\uFFFD[2J more " + "x".repeat(183) + "…");
    }
}
