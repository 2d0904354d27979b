package dev.shipgate.policy.lint.names;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import java.util.Objects;
import java.util.stream.Stream;

/** Two rules of one name, also in different folders: answers, records and tests name rules. */
public final class SameNames implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.rules().stream()
                .flatMap(rule -> Stream.of(
                                Objects.requireNonNull(all.firstOfName().get(rule.name())))
                        .filter(first -> !first.spot().equals(rule.spot()))
                        .map(first -> rule.spot()
                                .refusal(
                                        SlipCodes.SAME_NAME,
                                        "The rule in " + first.spot().file() + ":"
                                                + first.spot().line()
                                                + " has this name too, and answers, records and tests tell rules by their "
                                                + "names. Maybe another name?")));
    }
}
