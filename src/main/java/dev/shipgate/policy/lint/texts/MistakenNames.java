package dev.shipgate.policy.lint.texts;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.MistakenFor;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.read.WrittenText;
import java.util.Optional;
import java.util.stream.Stream;

/** A text that means nothing where it stands, such as the name of a check in the place of a metric's. */
public final class MistakenNames implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return all.texts().stream()
                .filter(text -> folder.has(text.spot()))
                .flatMap(text -> Optional.ofNullable(text.field().mistaken().get(text.value())).stream()
                        .map(mistake -> slip(text, mistake)))
                .distinct();
    }

    private static Diagnostic slip(WrittenText text, MistakenFor mistake) {
        String message =
                "\"" + text.value() + "\" means nothing as " + text.field().name() + ". Maybe ";
        return mistake.code()
                ? text.spot().refusal(SlipCodes.NO_SUCH_VALUE, message + mistake.meant() + "?")
                : text.spot().warning(SlipCodes.NO_SUCH_VALUE, message + "\"" + mistake.meant() + "\"?");
    }
}
