package dev.shipgate.rulesets;

import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.read.RuleActivity;
import dev.shipgate.audit.store.record.RecordIndex.FiredRule;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.session.Ruleset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a set with how often each fired, as it is written now, in all recorded decisions. */
@ApplicationScoped
public class RuleRows {

    private final RecordReader records;

    RuleRows(RecordReader records) {
        this.records = records;
    }

    /** @throws dev.shipgate.audit.store.database.StoreUnreadableException when the records cannot be read now */
    List<RuleRow> of(Ruleset ruleset) {
        Map<FiredRule, RuleActivity> activity = records.ruleActivity();
        return ruleset.rules().stream()
                .map(rule -> row(rule, activity.get(new FiredRule(rule.packageName(), rule.rule(), rule.textSha256()))))
                .toList();
    }

    private static RuleRow row(RuleInfo rule, @Nullable RuleActivity activity) {
        return activity == null
                ? new RuleRow(rule, 0L, null)
                : new RuleRow(rule, activity.fired(), activity.lastFired());
    }
}
