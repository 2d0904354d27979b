package dev.shipgate.policy;

import dev.shipgate.policy.ParsedDrl.ParsedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the compiler accepts, and people will miss. */
final class RuleLint {

    private static final String OWNER = "owner";

    private RuleLint() {}

    /** Warnings about the rules of one folder. */
    static List<Diagnostic> warnings(List<ParsedDrl> folder) {
        List<ParsedRule> rules =
                folder.stream().flatMap(file -> file.rules().stream()).toList();
        Set<String> askedForMissing = rules.stream()
                .flatMap(rule -> rule.conditions().askedForMissing().stream())
                .collect(Collectors.toSet());
        List<Diagnostic> warnings = new ArrayList<>();
        for (ParsedRule rule : rules) {
            warnIfNobodyOwns(rule, warnings);
            warnIfNeverFires(rule, warnings);
            warnIfSilent(rule, askedForMissing, warnings);
            warnIfFieldsAreEntries(rule, warnings);
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

    /** What is not there is neither too much nor too little, so a rule that looks for that says nothing. */
    private static void warnIfSilent(ParsedRule rule, Set<String> askedForMissing, List<Diagnostic> warnings) {
        rule.conditions().asked().stream()
                .filter(is -> is.isOrder() && is.isOfEntry() && !askedForMissing.contains(is.subject()))
                .map(Comparison::subject)
                .distinct()
                .forEach(subject -> warnings.add(Diagnostic.warningAbout(
                        rule.info(),
                        "silent-when-missing",
                        "Where there is no " + subject
                                + ", this rule does not fire, and no other asks whether there is. "
                                + "Maybe a rule for " + subject + " == null?")));
    }

    /** They compile, and fail where they are compared with a number. */
    private static void warnIfFieldsAreEntries(ParsedRule rule, List<Diagnostic> warnings) {
        rule.conditions().entriesAfterDots().forEach(entry -> {
            String name = entry.substring(entry.indexOf('.') + 1);
            warnings.add(Diagnostic.warningAbout(
                    rule.info(),
                    "entry-after-dot",
                    "The rule fails on each release that has it: " + entry + " is no field. Maybe others[\"" + name
                            + "\"]?"));
        });
    }
}
