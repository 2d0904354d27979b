package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the claims of an expression about values that are written down, through all its and, or and not. */
final class Claims {

    /**
     * Claims in a row.
     *
     * @param all whether all of it holds; or else any of it
     */
    record Group(boolean all, List<Claim> claims) {}

    private final IdentityHashMap<Expression, Compared> compared = new IdentityHashMap<>();

    /** @param compared all comparisons of the expression */
    Claims(List<Compared> compared) {
        compared.forEach(is -> this.compared.put(is.whole(), is));
    }

    static Claims of(Condition condition) {
        return new Claims(condition.compared());
    }

    /** The claims that hold wherever the expression holds. */
    List<Claim> needed(Expression expression) {
        return said(expression, true, false);
    }

    /** All that is said in a row anywhere within, as far as it is in no longer row. */
    Stream<Group> groups(Expression expression) {
        return groups(expression, false, null);
    }

    /** The same without the claims that hold wherever the expression holds. */
    Stream<Group> groupsWithin(Expression expression) {
        return groups(expression, false, true);
    }

    private Stream<Group> groups(Expression written, boolean denied, @Nullable Boolean within) {
        Expression bare = Expressions.withoutBrackets(written);
        if (isNot(bare)) {
            return groups(((UnaryExpr) bare).getExpression(), !denied, within);
        }
        if (!(bare instanceof BinaryExpr binary) || !Expressions.joins(binary)) {
            return Stream.empty();
        }
        boolean all = isAnd(binary) != denied;
        Stream<Group> own =
                within != null && within == all ? Stream.empty() : Stream.of(new Group(all, said(binary, all, denied)));
        return Stream.of(own, groups(binary.getLeft(), denied, all), groups(binary.getRight(), denied, all))
                .flatMap(groups -> groups);
    }

    /** The claims in a row: all of them hold, or any of them. */
    private List<Claim> said(Expression written, boolean all, boolean denied) {
        Expression bare = Expressions.withoutBrackets(written);
        if (isNot(bare)) {
            return said(((UnaryExpr) bare).getExpression(), all, !denied);
        }
        if (bare instanceof BinaryExpr binary && Expressions.joins(binary)) {
            List<Claim> left = said(binary.getLeft(), all, denied);
            List<Claim> right = said(binary.getRight(), all, denied);
            return (isAnd(binary) != denied) == all
                    ? Stream.concat(left.stream(), right.stream()).toList()
                    : either(left, right, all);
        }
        return Optional.ofNullable(compared.get(bare)).flatMap(Claim::of).stream()
                .map(claim -> denied ? claim.opposite() : claim)
                .toList();
    }

    /** Two values that are both right are one thing to be said; nothing else is known of alternatives within. */
    private static List<Claim> either(List<Claim> left, List<Claim> right, boolean all) {
        return all && left.size() == 1 && right.size() == 1
                ? left.get(0).or(right.get(0)).stream().toList()
                : List.of();
    }

    private static boolean isNot(Expression bare) {
        return bare instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
    }

    private static boolean isAnd(BinaryExpr binary) {
        return binary.getOperator() == BinaryExpr.Operator.AND;
    }
}
