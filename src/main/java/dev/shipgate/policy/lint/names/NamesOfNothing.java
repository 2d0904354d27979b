package dev.shipgate.policy.lint.names;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.FixedSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A word in a condition that nothing has for a name, mostly a text without quotes, as in
 * {@code environment in (production, staging)}. Behind some operators the compiler takes it, and the rule fails as soon
 * as it is tried.
 */
public final class NamesOfNothing implements SlipCheck {

    /** In one condition: the search for a hint on each name takes longer, the longer the condition is. */
    private static final int MAX_REPORTED = 10;

    private static final String TEXT = "[A-Za-z_][\\w.-]*";
    private static final String GIVEN = " A fact or a field gets its name in when, such as $p95 : p95Ms.";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(folder.rules().stream(), folder.queries().stream())
                .flatMap(rule -> Stream.concat(
                        rule.patterns().stream()
                                .flatMap(pattern -> pattern.conditions().stream()
                                        .flatMap(condition ->
                                                slips(condition, KnownNames.inPattern(folder, rule, pattern)))),
                        rule.evals().stream()
                                .flatMap(eval -> slips(eval, KnownNames.outsidePatterns(folder, rule, eval)))));
    }

    private static Stream<Diagnostic> slips(Condition condition, KnownNames known) {
        return Expressions.all(condition.expression(), LambdaExpr.class).isEmpty()
                ? Expressions.all(condition.expression(), NameExpr.class).stream()
                        .filter(name -> !known.contains(name.getNameAsString()))
                        .limit(MAX_REPORTED)
                        .map(name -> slip(condition, name))
                        .distinct()
                : Stream.empty();
    }

    private static Diagnostic slip(Condition condition, NameExpr name) {
        Expression whole = whole(name);
        String written = written(whole);
        return condition
                .spot(name)
                .refusal(SlipCodes.NO_SUCH_NAME, "Nothing is called " + written + " here." + hint(condition, whole));
    }

    /** All of {@code voice-agent} or {@code eu.west}, which are not one word to the parser. */
    private static Expression whole(Expression part) {
        return part.getParentNode()
                .filter(NamesOfNothing::isOneText)
                .map(around -> whole((Expression) around))
                .orElse(part);
    }

    private static boolean isOneText(Node node) {
        boolean mayBe = node instanceof FieldAccessExpr
                || (node instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.MINUS);
        return mayBe && written(node).matches(TEXT);
    }

    private static String written(Node whole) {
        return Expressions.text(whole).replace(" - ", "-");
    }

    private static String hint(Condition condition, Expression whole) {
        Node around = whole.getParentNode().orElse(null);
        String written = written(whole);
        boolean isLeft = condition.compared().stream().anyMatch(is -> Expressions.isSame(is.left(), whole));
        if (isLeft) {
            return whole instanceof FieldAccessExpr field ? " Maybe " + field.getNameAsString() + "?" : "";
        }
        boolean isAsked = Expressions.isSame(whole, condition.expression())
                || (around instanceof BinaryExpr is && Expressions.joins(is));
        if (isAsked) {
            return "";
        }
        return valueOfSet(condition, whole)
                .map(" Maybe %s?"::formatted)
                .orElseGet(() -> !written.matches(TEXT) || isNumber(condition, whole)
                        ? GIVEN
                        : " Maybe \"" + written + "\" in quotes?");
    }

    /** The value of a fixed set that a word stands for where a field of that set is compared with it. */
    private static Optional<String> valueOfSet(Condition condition, Expression whole) {
        return comparedWith(condition, whole)
                .filter(left -> left.type().isEnum())
                .flatMap(left -> new FixedSet(left.type()).meant(written(whole)).stream())
                .findFirst();
    }

    private static boolean isNumber(Condition condition, Expression whole) {
        return comparedWith(condition, whole).anyMatch(Meaning::isNumber)
                || whole.getParentNode()
                        .filter(around ->
                                around instanceof BinaryExpr is && is.getOperator() != BinaryExpr.Operator.PLUS)
                        .filter(around -> Expressions.isArithmetic((BinaryExpr) around))
                        .isPresent();
    }

    private static Stream<Meaning> comparedWith(Condition condition, Expression whole) {
        return condition.compared().stream()
                .filter(is -> Expressions.all(is.whole(), Expression.class).stream()
                        .anyMatch(part -> Expressions.isSame(part, whole)))
                .flatMap(is -> condition.meaning(is.left()).stream());
    }
}
