package dev.shipgate.rulesets;

import dev.shipgate.audit.RecordedRules;
import dev.shipgate.audit.RecordedRules.Activity;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.session.Ruleset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** The rules of a set with how often each fired, as it is written now, in all recorded decisions. */
@ApplicationScoped
public class RuleRows {

    private final RecordedRules recorded;

    RuleRows(RecordedRules recorded) {
        this.recorded = recorded;
    }

    /** A row for each rule; it is a problem with status 503 when the records cannot be read now. */
    List<RuleRow> of(Ruleset ruleset) {
        return rows(ruleset, recorded.activity());
    }

    /** The same, without the numbers while the records cannot be read: the rules are to be seen all the same. */
    List<RuleRow> withActivityIfReadable(Ruleset ruleset) {
        return recorded.activityIfReadable()
                .map(activity -> rows(ruleset, activity))
                .orElseGet(() -> ruleset.rules().stream()
                        .map(rule -> new RuleRow(rule, null, null))
                        .toList());
    }

    private static List<RuleRow> rows(Ruleset ruleset, Function<RuleInfo, Activity> activity) {
        return ruleset.rules().stream()
                .map(rule -> row(rule, activity.apply(rule)))
                .toList();
    }

    private static RuleRow row(RuleInfo rule, Activity activity) {
        return new RuleRow(rule, activity.fired(), activity.lastFired());
    }
}
