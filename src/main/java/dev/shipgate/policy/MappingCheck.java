package dev.shipgate.policy;

import java.util.List;

/**
 * A reader of the mappings of a ruleset, which so knows the errors in one. Each bean of this type looks at each.
 */
public interface MappingCheck {

    /** Why a mapping cannot be read, as errors that refuse the ruleset; empty when it can. */
    List<Diagnostic> diagnostics(RuleFile mapping);
}
