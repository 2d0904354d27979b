package dev.shipgate.policy.lint.texts;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.WrittenText;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts of nothing: a finding that tells people nothing, or a comparison that asks whether a name is empty. */
public final class EmptyTexts implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return all.texts().stream()
                .filter(text -> folder.has(text.spot()) && text.isEmpty())
                .flatMap(text -> message(text).map(message -> text.spot().warning("empty-text", message)).stream())
                .distinct();
    }

    private static Optional<String> message(WrittenText text) {
        String field = text.field().name();
        if (!text.isGiven()) {
            // A text in a map may be empty.
            return field.endsWith("]")
                    ? Optional.empty()
                    : Optional.of("No " + field + " is empty. Where there is none it is null. Maybe " + field
                            + " == null, or != null?");
        }
        return Optional.of("The text for " + field + " is empty. Maybe "
                + (text.isName() ? "a name?" : "a sentence that tells people what happened?"));
    }
}
