package dev.shipgate.policy.git;

import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.text.OneLine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** Reads the commit that is checked out. */
final class Commits {

    /** In characters: texts of others, which stand in every record of an activation. */
    private static final int MAX_AUTHOR = 200;

    private static final int MAX_SUBJECT = 200;

    private static final File[] NO_OTHER_REPOSITORIES = {};

    static {
        QuietJgit.install();
    }

    private Commits() {}

    /** Empty when the folder is no part of the commit, which then says nothing of these rules. */
    static Optional<SourceCommit> checkedOut(WorkTree tree, RulesetFiles ruleset) throws IOException {
        ObjectId head = GitHead.commit(tree);
        Path objects = tree.commonDirectory().resolve(Constants.OBJECTS);
        // Of the repository the objects alone: nothing else is needed, and its settings are not read.
        try (ObjectDirectory store =
                        new ObjectDirectory(new Config(), objects.toFile(), NO_OTHER_REPOSITORIES, FS.DETECTED, null);
                ObjectReader reader = new BoundedReader(store.newReader(), objects.resolve("pack"))) {
            RevCommit commit =
                    RevCommit.parse(reader.open(head, Constants.OBJ_COMMIT).getCachedBytes());
            return CommittedRules.in(reader, commit.getTree(), tree.folder())
                    .map(committed -> new SourceCommit(
                            head.name(),
                            OneLine.of(author(commit.getAuthorIdent()), MAX_AUTHOR),
                            OneLine.of(commit.getShortMessage(), MAX_SUBJECT),
                            !committed.are(ruleset)));
        }
    }

    private static String author(@Nullable PersonIdent author) {
        return author == null ? "unknown" : author.getName() + " <" + author.getEmailAddress() + ">";
    }
}
