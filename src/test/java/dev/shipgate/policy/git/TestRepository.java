package dev.shipgate.policy.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A Git repository with rules in it. */
public final class TestRepository {

    public static final String AUTHOR = "Ann Example";
    public static final String EMAIL = "ann@example.com";

    private final Path root;

    private TestRepository(Path root) {
        this.root = root;
    }

    /** Makes one of a folder. */
    public static TestRepository in(Path root) throws GitAPIException {
        QuietJgit.install();
        Git.init().setDirectory(root.toFile()).setInitialBranch("main").call().close();
        return new TestRepository(root);
    }

    public Path path(String path) {
        return root.resolve(path);
    }

    Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Commits all files, and tells the commit's id. */
    public String commit(String message) throws IOException, GitAPIException {
        return commit(message, AUTHOR);
    }

    String commit(String message, String author) throws IOException, GitAPIException {
        try (Git git = Git.open(root.toFile())) {
            git.add().addFilepattern(".").call();
            return git.commit()
                    .setMessage(message)
                    .setAuthor(author, EMAIL)
                    .setCommitter("Bot", "bot@example.com")
                    .setSign(false)
                    .call()
                    .name();
        }
    }

    /** Puts objects and branches into packs. */
    void pack() throws IOException, GitAPIException {
        try (Git git = Git.open(root.toFile())) {
            git.gc().call();
        }
    }

    /** All files of the repository, by path. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.sorted().toList();
        }
    }
}
