package dev.shipgate.policy.lint.syntax;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;

/**
 * Two things that a condition compares.
 *
 * @param left the expression before the operator; of a half comparison, the expression before the whole one
 * @param operator such as {@code >} or {@code not in}; of a call of {@code equals} it is {@code ==}
 * @param right the first expression behind it
 * @param others the other expressions behind it, as in a list
 * @param denied whether it stands in an odd number of negations
 * @param whole all of it
 */
public record Compared(
        Expression left, String operator, Expression right, List<Expression> others, boolean denied, Expression whole) {

    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    /** All that an expression compares, from left to right. */
    public static List<Compared> in(Expression expression) {
        List<Compared> found = new ArrayList<>();
        collect(expression, false, found);
        return found;
    }

    private static void collect(Expression expression, boolean denied, List<Compared> found) {
        if (expression instanceof EnclosedExpr enclosed) {
            collect(enclosed.getInner(), denied, found);
        } else if (expression instanceof UnaryExpr unary
                && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            collect(unary.getExpression(), !denied, found);
        } else if (expression instanceof BinaryExpr binary && Expressions.joins(binary)) {
            collect(binary.getLeft(), denied, found);
            collect(binary.getRight(), denied, found);
        } else if (expression instanceof BinaryExpr binary && !Expressions.isArithmetic(binary)) {
            String operator = binary.getOperator().asString();
            found.add(new Compared(binary.getLeft(), operator, binary.getRight(), List.of(), denied, binary));
        } else if (expression instanceof HalfBinaryExpr half && !found.isEmpty()) {
            Expression left = found.get(found.size() - 1).left();
            String operator = half.getOperator().asString();
            found.add(new Compared(left, operator, half.getRight(), List.of(), denied, half));
        } else if (expression instanceof MethodCallExpr call && isEquals(call)) {
            found.add(new Compared(call.getScope().orElseThrow(), "==", call.getArgument(0), List.of(), denied, call));
        } else if (expression instanceof PointFreeExpr words
                && !words.getRight().isEmpty()) {
            found.add(new Compared(
                    words.getLeft(),
                    (words.isNegated() ? "not " : "") + words.getOperator().asString(),
                    words.getRight().get(0),
                    words.getRight().subList(1, words.getRight().size()),
                    denied,
                    words));
        }
    }

    private static boolean isEquals(MethodCallExpr call) {
        return call.getNameAsString().equals("equals")
                && call.getScope().isPresent()
                && call.getArguments().size() == 1;
    }

    /** The same with its sides changed where only the right one is not written down, such as {@code 5 < p95Ms}. */
    public Compared literalLast() {
        boolean changes =
                Expressions.number(left).isPresent() || Expressions.textOf(left).isPresent();
        return changes && others.isEmpty() && !isInWords()
                ? new Compared(/* left= */ right, mirrored(operator), /* right= */ left, others, denied, whole)
                : this;
    }

    /** All of it, as it is written; of a half comparison with its left side. */
    public String written() {
        return whole instanceof HalfBinaryExpr
                ? Expressions.text(left) + " " + operator + " " + Expressions.text(right)
                : Expressions.text(whole);
    }

    private static String mirrored(String operator) {
        return operator.startsWith("<") ? operator.replace('<', '>') : operator.replace('>', '<');
    }

    /** Whether its operator is a word, such as {@code in}. */
    boolean isInWords() {
        return Character.isLetter(operator.charAt(0));
    }

    public boolean isOrder() {
        return ORDERS.contains(operator);
    }

    /** Whether it compares how long a text is, and not the text. */
    public boolean isAboutLength() {
        return operator.contains("length");
    }

    public boolean isEquality() {
        return operator.equals("==") || operator.equals("!=");
    }

    /** Whether it fails where there is nothing on its left side, in the place of being false. */
    public boolean failsOnNull() {
        return whole instanceof MethodCallExpr call
                && call.getScope().filter(left::equals).isPresent();
    }

    public boolean isWithNull() {
        return Expressions.withoutBrackets(right) instanceof NullLiteralExpr
                || Expressions.withoutBrackets(left) instanceof NullLiteralExpr;
    }

    /** Whether it holds where it is asked of nothing at all. */
    public boolean holdsForNull() {
        boolean negative = operator.equals("!=") || operator.startsWith("not ");
        return !isWithNull() && negative != denied;
    }

    /** The expressions behind the operator. */
    public List<Expression> rights() {
        List<Expression> all = new ArrayList<>(List.of(right));
        all.addAll(others);
        return all;
    }
}
