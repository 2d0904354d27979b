package dev.shipgate.policy.lint;

import dev.shipgate.policy.Diagnostic;
import java.util.stream.Stream;

/** A text that means nothing where it stands, such as the name of a check in the place of a metric's. */
final class MistakenNames implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return all.texts().stream()
                .filter(text -> folder.has(text.spot()))
                .filter(text -> text.field().mistaken().containsKey(text.value()))
                .map(text -> text.spot()
                        .warning(
                                "no-such-value",
                                "\"" + text.value() + "\" means nothing as "
                                        + text.field().name() + ". Maybe \""
                                        + text.field().mistaken().get(text.value()) + "\"?"))
                .distinct();
    }
}
