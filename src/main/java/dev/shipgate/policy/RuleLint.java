package dev.shipgate.policy;

import java.util.List;

/** What is not wrong with rules, and will be missed: warnings refuse nothing. */
final class RuleLint {

    private static final String OWNER = "owner";

    private RuleLint() {}

    static List<Diagnostic> warnings(List<RuleInfo> rules) {
        return rules.stream()
                .filter(rule -> !rule.metadata().containsKey(OWNER))
                .map(rule -> new Diagnostic(
                        rule.file(),
                        rule.line(),
                        1,
                        rule.rule(),
                        Diagnostic.Severity.WARNING,
                        "no-owner",
                        "Nobody is named who could be asked about this rule. Maybe @owner(\"...\")?"))
                .toList();
    }
}
