package dev.shipgate.policy.lint;

import dev.shipgate.policy.Diagnostic;
import java.util.Optional;
import java.util.stream.Stream;

/** Two rules of one name, also in different folders: answers, records and tests name rules. */
final class SameNames implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.rules().stream()
                .flatMap(rule -> first(rule.name(), all)
                        .filter(first -> !first.spot().equals(rule.spot()))
                        .map(first -> rule.spot()
                                .refusal(
                                        "same-name",
                                        "The rule in " + first.spot().file() + ":"
                                                + first.spot().line()
                                                + " has this name too, and answers, records and tests tell rules by their "
                                                + "names. Maybe another name?"))
                        .stream());
    }

    private static Optional<LintedRule> first(String name, LintedRuleset all) {
        return all.folders().stream()
                .flatMap(folder -> folder.rules().stream())
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }
}
