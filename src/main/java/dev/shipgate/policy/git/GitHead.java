package dev.shipgate.policy.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Finds the commit that is checked out. JGit would read the settings of the repository before it reads a branch, and
 * settings may include any file.
 */
final class GitHead {

    private static final String LINK = "ref: ";
    private static final int MAX_LINKS = 5;
    private static final int MAX_BRANCH_BYTES = 4_096;
    private static final int MAX_PACKED_BYTES = 16 * 1024 * 1024;

    private GitHead() {}

    static ObjectId commit(WorkTree tree) throws IOException {
        String name = Constants.HEAD;
        for (int links = 0; links <= MAX_LINKS; links++) {
            String value = value(tree, name);
            if (!value.startsWith(LINK)) {
                return id(name, value);
            }
            name = value.substring(LINK.length());
            if (!Repository.isValidRefName(name)) {
                throw new IOException("HEAD does not name a branch");
            }
        }
        throw new IOException("HEAD leads from branch to branch without end");
    }

    private static ObjectId id(String name, String value) throws IOException {
        if (!ObjectId.isId(value)) {
            throw new IOException(name + " names no commit");
        }
        return ObjectId.fromString(value);
    }

    /** A branch of this work tree alone comes before one that all share. */
    private static String value(WorkTree tree, String name) throws IOException {
        for (Path folder : new Path[] {tree.gitDirectory(), tree.commonDirectory()}) {
            Optional<String> own = SmallFile.read(folder.resolve(name), MAX_BRANCH_BYTES);
            if (own.isPresent()) {
                return own.get().strip();
            }
        }
        return SmallFile.read(tree.commonDirectory().resolve(Constants.PACKED_REFS), MAX_PACKED_BYTES)
                .flatMap(packed -> packedValue(packed, name))
                .orElseThrow(() -> new IOException(name + " has no commit yet, or is kept in a way not known here"));
    }

    private static Optional<String> packedValue(String packed, String name) {
        String end = " " + name;
        return packed.lines()
                .filter(line -> line.endsWith(end))
                .map(line -> line.substring(0, line.length() - end.length()))
                .findFirst();
    }
}
