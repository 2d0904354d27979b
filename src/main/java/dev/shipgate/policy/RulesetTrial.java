package dev.shipgate.policy;

import java.util.List;

/** What a ruleset that compiles must stand before it decides. Each bean of this type tries each. */
public interface RulesetTrial {

    /** Why the ruleset must not become active; empty when it may. */
    List<Diagnostic> failures(RulesetLease rules);
}
