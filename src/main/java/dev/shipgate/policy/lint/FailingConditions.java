package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.shipgate.policy.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions that fail on some facts, and are tried on all: {@code labels["tier"].length() > 1} without a label. */
final class FailingConditions implements SlipCheck {

    private static final String CODE = "may-fail";

    /** What reads a text, and fails on others. */
    private static final Set<String> READERS =
            Set.of("parse", "parseInt", "parseLong", "parseDouble", "parseBoolean", "valueOf");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Stream<Diagnostic> patterns = folder.patterns()
                .flatMap(pattern -> pattern.conditions().stream()
                        .flatMap(condition -> Stream.concat(
                                ofNull("every " + pattern.name(), pattern.conditions(), condition),
                                ofTexts("every " + pattern.name(), pattern.conditions(), condition))));
        Stream<Diagnostic> evals = folder.rules().stream()
                .flatMap(rule -> rule.evals().stream())
                .flatMap(eval -> Stream.concat(
                        ofNull("all facts before it", List.of(eval), eval),
                        ofTexts("all facts before it", List.of(eval), eval)));
        return Stream.concat(patterns, evals);
    }

    private static Stream<Diagnostic> ofNull(String facts, List<Condition> beside, Condition condition) {
        return Stream.of(ofArithmetic(condition.expression()), ofCalls(condition.expression()))
                .flatMap(parts -> parts)
                .flatMap(part -> condition.meaning(part).stream()
                        .filter(Meaning::mayBeNull)
                        .map(Meaning::name)
                        .filter(field -> !isAskedForBefore(field, beside, condition))
                        .map(field -> condition
                                .spot(part)
                                .warning(
                                        CODE,
                                        "This is tried on " + facts + ", whatever the other lines of the rule ask "
                                                + "for, and fails where there is no " + field
                                                + ", so that the request gets no verdict. Maybe " + field
                                                + " != null before it, between the same brackets?")))
                .limit(1);
    }

    /** What is computed with, but for texts that are put together. */
    private static Stream<Expression> ofArithmetic(Expression expression) {
        return Stream.concat(
                Expressions.all(expression, BinaryExpr.class).stream()
                        .filter(Expressions::isArithmetic)
                        .flatMap(binary -> Stream.of(binary.getLeft(), binary.getRight())),
                Expressions.all(expression, UnaryExpr.class).stream()
                        .filter(unary -> unary.getOperator() == UnaryExpr.Operator.MINUS)
                        .map(UnaryExpr::getExpression));
    }

    /** What something is asked of. */
    private static Stream<Expression> ofCalls(Expression expression) {
        return Stream.concat(
                Expressions.all(expression, MethodCallExpr.class).stream().flatMap(call -> call.getScope().stream()),
                Expressions.all(expression, FieldAccessExpr.class).stream().map(FieldAccessExpr::getScope));
    }

    private static Stream<Diagnostic> ofTexts(String facts, List<Condition> beside, Condition condition) {
        return Expressions.all(condition.expression(), MethodCallExpr.class).stream()
                .filter(call -> READERS.contains(call.getNameAsString()))
                .flatMap(call -> call.getArguments().stream())
                .flatMap(argument -> condition.meaning(argument).stream()
                        .filter(Meaning::isText)
                        .filter(text -> Expressions.condition(text.name()).isPresent()
                                && !text.name().startsWith("\""))
                        .filter(text ->
                                beside.stream().noneMatch(other -> other.text().contains("matches")))
                        .map(text -> condition
                                .spot(argument)
                                .warning(
                                        CODE,
                                        "This is tried on " + facts + ", whatever the other lines of the rule ask "
                                                + "for, and fails where " + text.name()
                                                + " is another text, so that the request gets no verdict. Maybe "
                                                + text.name()
                                                + ".matches(\"...\") before it, between the same brackets?")))
                .limit(1);
    }

    private static boolean isAskedForBefore(String field, List<Condition> beside, Condition condition) {
        for (Condition other : beside) {
            if (other.spot().equals(condition.spot())) {
                return isAskedForWithin(field, condition);
            }
            if (other.asksFor(field)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one condition asks for it itself, before a sign for and, or, or a choice. */
    private static boolean isAskedForWithin(String field, Condition condition) {
        return condition.compared().stream()
                        .filter(is -> is.isWithNull())
                        .anyMatch(is -> condition
                                .meaning(is.left())
                                .filter(meaning -> meaning.name().equals(field))
                                .isPresent())
                || condition.text().replaceAll("\\s", "").contains(field + "!=null")
                || condition.text().replaceAll("\\s", "").contains(field + "==null");
    }
}
