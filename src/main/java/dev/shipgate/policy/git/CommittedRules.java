package dev.shipgate.policy.git;

import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.folder.RuleFileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The rules as they were committed. They are compared by content, and not by Git's status of the work tree, which runs
 * filters that settings of the repository name.
 *
 * @param byPath the hash that Git gives each file, by its path below the rules folder
 */
record CommittedRules(Map<String, ObjectId> byPath) {

    private static final int MAX_ENTRIES = 50_000;

    /** Those below a folder of a commit; empty when it has no such folder. */
    static Optional<CommittedRules> in(ObjectReader reader, ObjectId root, String folder) throws IOException {
        if (folder.isEmpty()) {
            return Optional.of(in(reader, root));
        }
        try (TreeWalk found = TreeWalk.forPath(reader, folder, root)) {
            return found != null && found.getFileMode() == FileMode.TREE
                    ? Optional.of(in(reader, found.getObjectId(0)))
                    : Optional.empty();
        }
    }

    private static CommittedRules in(ObjectReader reader, ObjectId folder) throws IOException {
        Map<String, ObjectId> byPath = new HashMap<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(folder);
            for (int entries = 0; walk.next(); entries++) {
                if (entries == MAX_ENTRIES) {
                    throw new IOException("The rules folder has more than " + MAX_ENTRIES + " entries in the commit");
                }
                boolean hidden = walk.getNameString().startsWith(".");
                if (!hidden && walk.isSubtree()) {
                    walk.enterSubtree();
                } else if (!hidden && RuleFileNames.isLookedAt(walk.getPathString())) {
                    byPath.put(walk.getPathString(), walk.getObjectId(0));
                }
            }
        }
        return new CommittedRules(byPath);
    }

    /** Whether these are the files of a ruleset, all of them and no others, byte by byte. */
    boolean are(RulesetFiles ruleset) {
        Map<String, ObjectId> others = new HashMap<>();
        try (ObjectInserter.Formatter git = new ObjectInserter.Formatter()) {
            ruleset.files()
                    .forEach(file -> others.put(
                            file.path(),
                            git.idFor(Constants.OBJ_BLOB, file.text().getBytes(StandardCharsets.UTF_8))));
        }
        return byPath.equals(others);
    }
}
