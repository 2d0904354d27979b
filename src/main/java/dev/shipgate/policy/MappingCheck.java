package dev.shipgate.policy;

import java.util.List;

/**
 * Whoever reads the mappings of a ruleset, and so knows what is wrong with one. Each bean of this type looks at each.
 */
public interface MappingCheck {

    /** Why a mapping cannot be read, as errors that refuse the ruleset; empty when it can. */
    List<Diagnostic> diagnostics(RuleFile mapping);
}
