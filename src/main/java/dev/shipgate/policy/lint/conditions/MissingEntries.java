package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code others["ttft_ms"] > 800} in a folder in which no rule asks whether there is one. An entry that is not there is
 * neither too much nor too little, so the rule says nothing then.
 */
public final class MissingEntries implements SlipCheck {

    private static final String CODE = "silent-when-missing";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Set<String> askedFor =
                folder.patterns().flatMap(MissingEntries::askedForMissing).collect(Collectors.toSet());
        return folder.rules().stream()
                .flatMap(rule -> rule.conditions()
                        .flatMap(condition -> condition.compared().stream()
                                .map(Compared::literalLast)
                                .filter(is -> is.isOrder() && isEntry(is.left()) && isLiteral(is.right()))
                                .flatMap(is -> condition.meaning(is.left()).stream()
                                        .map(Meaning::name)
                                        .filter(entry -> condition.asksFor(entry) && !askedFor.contains(entry))
                                        .map(entry -> fieldOf(folder, entry)
                                                .map(field -> mistaken(condition.spot(is.left()), entry, field))
                                                .orElseGet(() -> slip(condition.spot(is.left()), entry)))))
                        .distinct());
    }

    /** The names of the values that a rule may fire without. */
    private static Stream<String> askedForMissing(LintedPattern pattern) {
        return pattern.conditions().stream()
                .flatMap(condition -> condition.compared().stream()
                        .filter(Compared::isWithNull)
                        .filter(is ->
                                is.isEquality() && is.operator().equals("==") == (is.denied() == pattern.isDenied()))
                        .flatMap(is -> Stream.of(is.left(), is.right()))
                        .flatMap(side -> condition.meaning(side).stream())
                        .map(Meaning::name));
    }

    private static boolean isEntry(Expression part) {
        Expression bare = Expressions.withoutBrackets(part);
        return bare instanceof ArrayAccessExpr entry
                ? Expressions.keyOf(entry).isPresent()
                : bare instanceof MethodCallExpr call
                        && call.getNameAsString().equals("get")
                        && call.getArguments().size() == 1
                        && Expressions.textOf(call.getArgument(0)).isPresent();
    }

    private static boolean isLiteral(Expression part) {
        return Expressions.number(part).isPresent() || Expressions.textOf(part).isPresent();
    }

    /** The field that a caller sends under the name of an entry. */
    private static Optional<String> fieldOf(LintedFolder folder, String entry) {
        String sent = entry.replaceAll(".*\\[\"|\"\\]$|_", "");
        return folder.vocabulary().kinds().stream()
                .filter(Class::isRecord)
                .map(kind -> Arrays.stream(kind.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList())
                .filter(fields -> fields.contains(entry.replaceAll("\\[.*", "")))
                .flatMap(List::stream)
                .filter(field -> field.equalsIgnoreCase(sent))
                .findFirst();
    }

    private static Diagnostic mistaken(Spot spot, String entry, String field) {
        return spot.warning(
                CODE,
                "What is sent under this name is the field " + field + ", and not " + entry + ". Maybe " + field + "?");
    }

    private static Diagnostic slip(Spot spot, String entry) {
        return spot.warning(
                CODE,
                "Where there is no " + entry + ", this rule does not fire, and no other asks whether there is. "
                        + "Maybe a rule for " + entry + " == null?");
    }
}
