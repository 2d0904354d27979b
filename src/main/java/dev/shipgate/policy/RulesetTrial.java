package dev.shipgate.policy;

import java.util.List;

/** What a ruleset that compiles must stand before it decides. Each bean of this type tries each. */
public interface RulesetTrial {

    /** Why the ruleset must not become active, as errors, and what will be missed about it, as warnings. */
    List<Diagnostic> diagnostics(RulesetLease rules);
}
