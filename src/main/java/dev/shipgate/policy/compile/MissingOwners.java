package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drl.ParsedDrl.ParsedRule;
import java.util.List;

/** Rules that name nobody who could be asked about them. */
final class MissingOwners {

    private static final String OWNER = "owner";

    private MissingOwners() {}

    /** Warnings about the rules of one folder. */
    static List<Diagnostic> warnings(List<ParsedDrl> folder) {
        return folder.stream()
                .flatMap(file -> file.rules().stream())
                .map(ParsedRule::info)
                .filter(rule -> !rule.metadata().containsKey(OWNER))
                .map(rule -> Diagnostic.warningAbout(
                        rule, "no-owner", "Nobody is named who could be asked about this rule. Maybe @owner(\"...\")?"))
                .toList();
    }
}
