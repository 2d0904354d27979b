package dev.shipgate.audit;

import dev.shipgate.audit.record.RecordedCommit;
import dev.shipgate.audit.record.RulesetEvent;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.read.RulesetHistory;
import dev.shipgate.audit.store.read.RulesetHistory.StoredActivation;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.git.SourceCommit;
import dev.shipgate.policy.live.RulesetEdit;
import dev.shipgate.policy.live.RulesetLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records the events of the rules in the chain that also has the decisions. */
final class AuditedRulesets implements RulesetLog {

    private static final Logger LOG = Logger.getLogger(AuditedRulesets.class);

    private final GroupCommit writer;
    private final RulesetHistory history;
    private final RulesetEvent events;
    private final Function<RulesetFiles, Optional<SourceCommit>> commits;

    /** @param commits tells which commit rules come from, that are to become active */
    AuditedRulesets(
            GroupCommit writer,
            RulesetHistory history,
            RulesetEvent events,
            Function<RulesetFiles, Optional<SourceCommit>> commits) {
        this.writer = writer;
        this.history = history;
        this.events = events;
        this.commits = commits;
    }

    @Override
    public Activated activated(RulesetFiles ruleset, @Nullable String previous, RulesetEdit edit)
            throws UnavailableException {
        try {
            writer.requireAvailable();
            Optional<StoredActivation> before =
                    previous == null ? writer.chain().flatMap(history::newestOf) : Optional.empty();
            if (before.isPresent() && before.get().version().equals(ruleset.version())) {
                // After a restart, these rules keep the caller who made them active.
                return asRecorded(before.get());
            }
            SourceCommit commit = commits.apply(ruleset).orElse(null);
            Instant at = now();
            String replaced = before.map(StoredActivation::version).orElse(previous);
            writer.write(events.activated(ruleset, replaced, edit, commit, at));
            return new Activated(at, edit.by(), commit);
        } catch (WriteFailedException | StoreUnreadableException e) {
            throw new UnavailableException(e);
        }
    }

    private static Activated asRecorded(StoredActivation stored) {
        return new Activated(stored.at(), stored.caller(), RecordedCommit.read(stored.commit()));
    }

    @Override
    public void refused(@Nullable String version, List<Diagnostic> diagnostics, RulesetEdit edit) {
        try {
            writer.write(events.refused(version, diagnostics, edit, now()));
        } catch (WriteFailedException e) {
            LOG.warnf("That rules were refused could not be recorded: %s", e.getMessage());
        }
    }

    /** As exact as it is kept. */
    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
