package dev.shipgate.audit;

import dev.shipgate.audit.record.RecordedCommit;
import dev.shipgate.audit.record.RulesetArchive;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.read.RuleActivity;
import dev.shipgate.audit.store.read.RulesetHistory;
import dev.shipgate.audit.store.read.RulesetHistory.StoredActivation;
import dev.shipgate.audit.store.record.RecordIndex.FiredRule;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.git.SourceCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rules in the audit: the rulesets that were active, their text, and how often each rule fired. While the records
 * cannot be read, every method but {@link #activityIfReadable} ends in a problem with status 503.
 */
@ApplicationScoped
public class RecordedRules {

    private final RecordReader records;
    private final RulesetHistory history;

    RecordedRules(RecordReader records, RulesetHistory history) {
        this.records = records;
        this.history = history;
    }

    /**
     * One time that rules became active.
     *
     * @param version of the rules
     * @param at when
     * @param caller the caller who made them active; "file" for an edit of the rules folder
     * @param source the way in which they became active
     * @param message why; null when nobody said
     * @param commit the commit that the rules folder stood at; null where it is no Git work tree
     */
    public record RecordedActivation(
            String version,
            Instant at,
            String caller,
            String source,
            @Nullable String message,
            @Nullable SourceCommit commit) {

        private static RecordedActivation of(StoredActivation stored) {
            return new RecordedActivation(
                    stored.version(),
                    stored.at(),
                    stored.caller(),
                    stored.source(),
                    stored.message(),
                    RecordedCommit.read(stored.commit()));
        }
    }

    /**
     * How often a rule fired, as it is written now, in all recorded decisions.
     *
     * @param fired how often
     * @param lastFired when last; null when it never did
     */
    public record Activity(long fired, @Nullable Instant lastFired) {

        private static final Activity NONE = new Activity(0, null);
    }

    /** All activations, last one first. */
    public List<RecordedActivation> activations() {
        return history.all().stream().map(RecordedActivation::of).toList();
    }

    /** All activations of one version, last one first. */
    public List<RecordedActivation> activations(String version) {
        return history.of(version).stream().map(RecordedActivation::of).toList();
    }

    /** The files of a version; empty when it never was active. */
    public Optional<RulesetFiles> files(String version) {
        return records.ruleset(version).map(stored -> RulesetArchive.read(version, stored));
    }

    /** How often each rule fired. */
    public Function<RuleInfo, Activity> activity() {
        Map<FiredRule, RuleActivity> all = records.ruleActivity();
        return rule -> {
            RuleActivity found = all.get(new FiredRule(rule.packageName(), rule.rule(), rule.textSha256()));
            return found == null ? Activity.NONE : new Activity(found.fired(), found.lastFired());
        };
    }

    /** The same; empty while the records cannot be read. */
    public Optional<Function<RuleInfo, Activity>> activityIfReadable() {
        try {
            return Optional.of(activity());
        } catch (StoreUnreadableException e) {
            return Optional.empty();
        }
    }
}
