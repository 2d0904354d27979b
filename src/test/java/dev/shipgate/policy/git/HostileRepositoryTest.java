package dev.shipgate.policy.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.folder.RulesDirectory;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that are broken, or made to do harm. */
class HostileRepositoryTest {

    @TempDir
    Path folder;

    private TestRepository repository;
    private String id;

    @BeforeEach
    void committedRules() throws IOException, GitAPIException {
        repository = TestRepository.in(folder.resolve("repository"));
        repository.write("load-gate/a.drl", "package shipgate.loadgate\n");
        id = repository.commit("Begin");
    }

    private RulesetFiles rules() throws IOException {
        return new RulesDirectory(repository.path("")).read();
    }

    private Optional<SourceCommit> commit() throws IOException {
        return new SourceCommits(repository.path(""), Duration.ofMinutes(1)).of(rules());
    }

    @Test
    void settingsFiltersAndHooksAreNotLookedAtAndNothingIsWritten() throws Exception {
        Path mark = folder.resolve("ran");
        String program = "touch " + mark;
        repository.write(".gitattributes", "*.drl filter=evil diff=evil\n");
        repository.write(".git/info/attributes", "*.drl filter=evil\n");
        repository.write(".git/config", """
                [core]
                    repositoryformatversion = 0
                    fsmonitor = %1$s
                    sshCommand = %1$s
                    pager = %1$s
                [filter "evil"]
                    clean = %1$s
                    smudge = %1$s
                    process = %1$s
                    required = true
                [diff "evil"]
                    textconv = %1$s
                [include]
                    path = /dev/zero
                """.formatted(program));
        for (String hook :
                List.of("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman")) {
            Path file = repository.write(".git/hooks/" + hook, "#!/bin/sh\n" + program + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        repository.write("load-gate/a.drl", "edited\n");
        List<Path> before = repository.files();

        assertThat(commit()).contains(new SourceCommit(id, "Ann Example <ann@example.com>", "Begin", true));
        assertThat(mark).doesNotExist();
        assertThat(repository.files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ref: ",
                "ref: HEAD",
                "ref: ../../secret",
                "ref: refs/heads/../../../secret",
                "ref: refs/heads/none",
                "ref: refs/heads/again",
                "0000000000000000000000000000000000000000",
                "not a commit",
            })
    void aHeadThatNamesNoCommitGivesNone(String head) throws Exception {
        repository.write(".git/HEAD", head + "\n");
        repository.write(".git/refs/heads/again", "ref: refs/heads/again\n");
        Files.writeString(folder.resolve("secret"), id);

        assertThat(commit()).isEmpty();
    }

    @Test
    void aHeadWithoutEndIsNotRead() throws Exception {
        repository.write(".git/HEAD", "ref: refs/heads/main" + " ".repeat(1_000_000));

        assertThat(commit()).isEmpty();
    }

    @Test
    void anObjectThatIsBrokenGivesNone() throws Exception {
        Path commit = objectOf(id);
        assertThat(commit.toFile().setWritable(true)).isTrue();
        Files.writeString(commit, "broken");

        assertThat(commit()).isEmpty();
    }

    @Test
    void anObjectThatIsNotThereGivesNone() throws Exception {
        Files.delete(objectOf(id));

        assertThat(commit()).isEmpty();
    }

    private Path objectOf(String id) {
        return repository.path(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
    }

    /** A careless reader would make room for all objects that the index claims, before it reads any of them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 1})
    void anIndexThatSaysItHasMoreObjectsThanItHasIsNotRead(int version) throws Exception {
        repository.pack();
        ByteBuffer index = ByteBuffer.allocate(1_100);
        if (version == 2) {
            index.putInt(0xFF744F63).putInt(2);
        }
        for (int entry = 0; entry < 256; entry++) {
            index.putInt(100_000_000);
        }
        Path pack = repository.files().stream()
                .filter(file -> file.toString().endsWith(".idx"))
                .findFirst()
                .orElseThrow();
        assertThat(pack.toFile().setWritable(true)).isTrue();
        Files.write(pack, index.array());

        assertThat(commit()).isEmpty();
    }

    /** A pipe stands for every file that is opened and never read to its end. */
    @Test
    void whatDoesNotEndKeepsNobodyWaiting() throws Exception {
        Path commit = objectOf(id);
        Files.delete(commit);
        assertThat(new ProcessBuilder("mkfifo", commit.toString()).start().waitFor())
                .isZero();
        SourceCommits commits = new SourceCommits(repository.path(""), Duration.ofMillis(100));

        assertThat(commits.of(rules())).isEmpty();
        assertThat(commits.of(rules())).as("while the first still hangs").isEmpty();

        // Lets the one that hangs end.
        new FileOutputStream(commit.toFile()).close();
    }
}
