package dev.shipgate.policy.lint.texts;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.Passage;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.FixedSet;
import java.util.List;
import java.util.stream.Stream;

/** A field of a fixed set of values compared with a text, such as {@code outcome in ("fail")}, which it never is. */
public final class TextsAsConstants implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(
                folder.conditions().flatMap(condition -> slips(condition, condition.compared())),
                folder.code()
                        .flatMap(code -> code.all(MethodCallExpr.class).stream()
                                .flatMap(call -> slips(code, Compared.in(call)))));
    }

    private static Stream<Diagnostic> slips(Passage passage, List<Compared> compared) {
        return compared.stream()
                .map(Compared::literalLast)
                .flatMap(is -> passage.meaning(is.left()).map(Meaning::type).filter(Class::isEnum).stream()
                        .flatMap(type -> is.rights().stream()
                                .flatMap(right -> Expressions.textOf(right).stream())
                                .map(text -> slip(passage, is, new FixedSet(type), text))));
    }

    private static Diagnostic slip(Passage passage, Compared is, FixedSet set, String text) {
        return passage.spot(is.left())
                .refusal(
                        SlipCodes.NO_SUCH_VALUE,
                        set.noText(Expressions.text(is.left()))
                                + set.meant(text)
                                        .map(meant -> " Maybe " + meant + " for \"" + text + "\"?")
                                        .orElse(""));
    }
}
