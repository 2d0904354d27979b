package dev.shipgate.policy.lint.read;

import static java.util.stream.Collectors.joining;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.NodeLines;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.List;
import java.util.stream.Stream;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;

/**
 * One condition of a pattern, or an {@code eval}.
 *
 * @param expression without the name that it gives, if it gives one
 * @param text as it is written
 * @param spot where it begins
 * @param lines where its parts begin
 * @param names the meanings of the names in it
 * @param compared the comparisons in it, from left to right
 */
public record Condition(
        Expression expression, String text, Spot spot, NodeLines lines, Names names, List<Compared> compared)
        implements Passage {

    Condition(Expression expression, String text, Spot spot, Names names) {
        this(expression, text, spot, new NodeLines(expression, text, spot.line()), names, Compared.in(expression));
    }

    @Override
    public Spot spot(Node part) {
        int line = lines.lineOf(part);
        return line == spot.line() ? spot : new Spot(spot.file(), line, 1, spot.rule());
    }

    /** Whether it holds only where the value of this name is there. */
    public boolean asksFor(String name) {
        return meansThere(expression, true, name);
    }

    /**
     * Whether the value of a name cannot be null once a part of this condition was tried.
     *
     * @param holds whether the part holds
     */
    public boolean meansThere(Expression said, boolean holds, String name) {
        Expression bare = Expressions.withoutBrackets(said);
        if (bare instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return meansThere(unary.getExpression(), !holds, name);
        }
        if (bare instanceof BinaryExpr binary && Expressions.joins(binary)) {
            boolean left = meansThere(binary.getLeft(), holds, name);
            boolean right = meansThere(binary.getRight(), holds, name);
            boolean bothAreSo = (binary.getOperator() == BinaryExpr.Operator.AND) == holds;
            return bothAreSo ? left || right : left && right;
        }
        return asksWhatIsMissing(bare)
                || hasKey(bare, holds, name)
                || NullFailures.inCondition(bare, names)
                        .anyMatch(needed -> needed.what().name().equals(name))
                || compared(bare).anyMatch(is -> meansThere(is, holds, name));
    }

    private static boolean asksWhatIsMissing(Expression said) {
        return Expressions.text(said).matches("(?s).*\\bmissing\\b.*");
    }

    private static boolean hasKey(Expression said, boolean holds, String name) {
        return holds
                && said instanceof MethodCallExpr call
                && call.getNameAsString().equals("containsKey")
                && name.equals(call.getScope().map(Expressions::text).orElse("")
                        + call.getArguments().stream()
                                .map(key -> "[" + Expressions.text(key) + "]")
                                .collect(joining()));
    }

    /** The comparisons of a part without and, or and not; of half a comparison with its left side. */
    private Stream<Compared> compared(Expression part) {
        return part instanceof HalfBinaryExpr
                ? compared.stream().filter(is -> Expressions.text(is.whole()).equals(Expressions.text(part)))
                : Compared.in(part).stream();
    }

    private boolean meansThere(Compared is, boolean holds, String name) {
        boolean isNamed = isNamed(is.left(), name) || is.rights().stream().anyMatch(right -> isNamed(right, name));
        boolean negative = is.operator().equals("!=") || is.operator().startsWith("not ");
        return isNamed && (is.isWithNull() ? negative == holds : negative != holds && !mayBothBeNull(is));
    }

    /** Null is equal to null. */
    private boolean mayBothBeNull(Compared is) {
        return is.isEquality()
                && Stream.of(is.left(), is.right())
                        .allMatch(
                                side -> meaning(side).filter(Meaning::mayBeNull).isPresent());
    }

    private boolean isNamed(Expression part, String name) {
        return meaning(part).filter(is -> is.name().equals(name)).isPresent();
    }
}
