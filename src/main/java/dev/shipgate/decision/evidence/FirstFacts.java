package dev.shipgate.decision.evidence;

import dev.shipgate.decision.KnownEnvironments;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Release;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.session.RulesetLease;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first facts that rules get of a request; the facts of the measurements are to be added to them. */
public final class FirstFacts {

    private FirstFacts() {}

    /** The release that is to ship, and where the numbers come from if the caller says so. */
    public static List<Object> of(Release release, @Nullable MeasurementSource source) {
        List<Object> facts = new ArrayList<>();
        facts.add(release);
        if (source != null) {
            facts.add(source);
        }
        return facts;
    }

    /** The same for rules that have budgets of environments: also which environments they know. */
    public static List<Object> withEnvironments(
            Release release, @Nullable MeasurementSource source, RulesetLease rules, RulesOwner owner) {
        List<Object> facts = of(release, source);
        facts.add(1, KnownEnvironments.of(release, rules, owner.rulesFolder()));
        return facts;
    }
}
