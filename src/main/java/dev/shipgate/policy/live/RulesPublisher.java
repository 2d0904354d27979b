package dev.shipgate.policy.live;

import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.folder.FolderChange;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.live.ActiveRuleset.Activation;
import dev.shipgate.policy.live.RulesetLog.UnavailableException;
import dev.shipgate.policy.session.Ruleset;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rules active that do not come from the rules folder, and writes them there, so that folder and service
 * never disagree. One change at a time, in the order in which they were asked for. Thread-safe.
 */
@ApplicationScoped
public class RulesPublisher {

    private final RulesWatcher watcher;
    private final RulesetLoader loader;
    private final ActiveRuleset active;
    private final Path root;

    RulesPublisher(RulesWatcher watcher, RulesetLoader loader, ActiveRuleset active, RulesConfig config) {
        this.watcher = watcher;
        this.loader = loader;
        this.active = active;
        this.root = config.dir().toAbsolutePath().normalize();
    }

    /**
     * The result of a publication.
     *
     * @param active the ruleset that decides now
     * @param before the files that decided before; none when nothing did
     */
    public record PublicationResult(Activation active, RulesetFiles before) {}

    /**
     * Compiles and tries rules, writes them to the folder, and lets them decide.
     *
     * @param expectedVersion the version that is to be replaced; null for whichever is active
     * @throws RulesetRefusedException when anything is wrong with the rules; nothing has changed then
     * @throws RulesConflictException when other rules were made active or written to the folder meanwhile, or
     *     the folder cannot be written; nothing has changed then
     * @throws UnavailableException when it cannot be recorded; nothing has changed then
     */
    public PublicationResult publish(RulesetFiles files, RulesetEdit edit, @Nullable String expectedVersion)
            throws RulesetRefusedException, RulesConflictException, UnavailableException {
        RulesWatcher.RulesAction<PublicationResult> change = () -> {
            requireExpected(expectedVersion);
            RulesetFiles before = active.ruleset().map(Ruleset::text).orElse(RulesetFiles.of(List.of()));
            PreparedRules prepared = loader.prepare(files);
            if (prepared instanceof PreparedRules.Refused refused) {
                loader.takeEffect(refused, edit);
                throw refused.refusal();
            }
            try {
                letDecide(prepared, files, edit);
            } finally {
                loader.discardUnlessActive(prepared);
            }
            return new PublicationResult(active.state().active().orElseThrow(), before);
        };
        return watcher.change(change);
    }

    private void requireExpected(@Nullable String version) throws RulesConflictException {
        String current = active.ruleset().map(Ruleset::version).orElse("none");
        if (version != null && !version.equals(current)) {
            throw new RulesConflictException("The active version is " + current + ", and not " + version
                    + ". Look at what has changed, and publish again.");
        }
    }

    private void letDecide(PreparedRules prepared, RulesetFiles files, RulesetEdit edit)
            throws RulesConflictException, UnavailableException {
        try (FolderChange change = stage(files)) {
            loader.takeEffect(prepared, edit);
            watcher.nowInFolder(files);
            complete(change);
        }
    }

    /** After the rules were tried, which takes a while: the folder may have changed meanwhile. */
    private FolderChange stage(RulesetFiles files) throws RulesConflictException {
        RulesetFiles before = watcher.requireUnchanged();
        try {
            return FolderChange.stage(root, before, files);
        } catch (IOException e) {
            throw new RulesConflictException("The rules folder cannot be written (" + e.getMessage()
                    + "), so its rules can only be changed where it comes from.");
        }
    }

    private void complete(FolderChange change) {
        try {
            change.complete();
        } catch (IOException e) {
            // The next look at the folder finds its content of now, and loads that.
            throw new UncheckedIOException("The active rules could not be written to " + root, e);
        }
    }
}
