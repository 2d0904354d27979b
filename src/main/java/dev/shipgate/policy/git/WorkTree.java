package dev.shipgate.policy.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder in a Git work tree.
 *
 * @param gitDirectory the directory with the data of this work tree alone: which commit is checked out
 * @param commonDirectory the directory with the data that all work trees of the repository share: objects and branches
 * @param folder the path of the folder in the work tree, with {@code /} between the parts; empty for all of it
 */
record WorkTree(Path gitDirectory, Path commonDirectory, String folder) {

    private static final String DOT_GIT = ".git";
    private static final String GIT_DIRECTORY = "gitdir: ";
    private static final int MAX_PATH_BYTES = 8_192;

    /** The work tree that a folder is in, links resolved; empty when it is in none. */
    static Optional<WorkTree> around(Path folder) throws IOException {
        Path real = folder.toRealPath();
        for (Path root = real; root != null; root = root.getParent()) {
            Optional<Path> gitDirectory = gitDirectory(root);
            if (gitDirectory.isPresent()) {
                return Optional.of(
                        new WorkTree(gitDirectory.get(), commonDirectory(gitDirectory.get()), pathBelow(root, real)));
            }
        }
        return Optional.empty();
    }

    /** A clone has a folder; a submodule and a further work tree have a file that says where it is. */
    private static Optional<Path> gitDirectory(Path root) throws IOException {
        Path dotGit = root.resolve(DOT_GIT);
        if (Files.isDirectory(dotGit)) {
            return Optional.of(dotGit);
        }
        return SmallFile.read(dotGit, MAX_PATH_BYTES)
                .filter(text -> text.startsWith(GIT_DIRECTORY))
                .map(text -> root.resolve(text.substring(GIT_DIRECTORY.length()).strip()));
    }

    private static Path commonDirectory(Path gitDirectory) throws IOException {
        return SmallFile.read(gitDirectory.resolve("commondir"), MAX_PATH_BYTES)
                .map(text -> gitDirectory.resolve(text.strip()))
                .orElse(gitDirectory);
    }

    private static String pathBelow(Path root, Path folder) {
        return root.relativize(folder).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }
}
