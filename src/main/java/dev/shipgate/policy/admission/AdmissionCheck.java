package dev.shipgate.policy.admission;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.session.RulesetLease;
import java.util.List;

/** A check that a compiled ruleset must pass before it decides. Each bean of this type checks each ruleset. */
public interface AdmissionCheck {

    /** Why the ruleset must not become active, as errors, and what will be missed about it, as warnings. */
    List<Diagnostic> diagnostics(RulesetLease rules);
}
