package dev.shipgate.policy;

import dev.shipgate.policy.ParsedDrl.ParsedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the compiler accepts, and people will miss. */
final class RuleLint {

    private static final String OWNER = "owner";

    private RuleLint() {}

    /** Warnings about the rules of one folder. */
    static List<Diagnostic> warnings(List<ParsedDrl> folder) {
        List<ParsedRule> rules =
                folder.stream().flatMap(file -> file.rules().stream()).toList();
        List<Diagnostic> warnings = new ArrayList<>();
        for (ParsedRule rule : rules) {
            warnIfNobodyOwns(rule, warnings);
            warnIfNeverFires(rule, warnings);
        }
        return warnings;
    }

    private static void warnIfNobodyOwns(ParsedRule rule, List<Diagnostic> warnings) {
        if (!rule.info().metadata().containsKey(OWNER)) {
            warnings.add(Diagnostic.warningAbout(
                    rule.info(),
                    "no-owner",
                    "Nobody is named who could be asked about this rule. Maybe @owner(\"...\")?"));
        }
    }

    private static void warnIfNeverFires(ParsedRule rule, List<Diagnostic> warnings) {
        List<Comparison> contradiction = rule.conditions().contradiction();
        if (!contradiction.isEmpty()) {
            warnings.add(Diagnostic.warningAbout(
                    rule.info(),
                    "never-fires",
                    "This rule never fires: no value is "
                            + contradiction.stream()
                                    .map(Comparison::toString)
                                    .distinct()
                                    .collect(Collectors.joining(" and "))
                            + "."));
        }
    }
}
