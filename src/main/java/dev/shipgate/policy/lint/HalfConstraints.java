package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.Diagnostic;
import java.util.IdentityHashMap;
import java.util.stream.Stream;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.HalfPointFreeExpr;

/** {@code p95Ms > 800 && < 900}, which the next parser of the engine does not take. */
final class HalfConstraints implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.conditions()
                .filter(condition -> hasHalf(condition.expression()))
                .map(condition -> condition.spot().warning("half-constraint", message(condition)));
    }

    private static boolean hasHalf(Expression expression) {
        return Stream.of(HalfBinaryExpr.class, HalfPointFreeExpr.class)
                .anyMatch(half -> !Expressions.all(expression, half).isEmpty());
    }

    private static String message(Condition condition) {
        IdentityHashMap<Expression, String> written = new IdentityHashMap<>();
        condition.compared().forEach(is -> written.put(is.whole(), is.written()));
        return "The next parser of the engine does not read a comparison without its left side. Maybe "
                + whole(condition.expression(), written) + "?";
    }

    /** A condition in which each comparison has its left side. */
    private static String whole(Expression expression, IdentityHashMap<Expression, String> compared) {
        if (expression instanceof EnclosedExpr enclosed) {
            return "(" + whole(enclosed.getInner(), compared) + ")";
        }
        if (expression instanceof BinaryExpr binary && Expressions.joins(binary)) {
            return whole(binary.getLeft(), compared) + " "
                    + binary.getOperator().asString() + " " + whole(binary.getRight(), compared);
        }
        return compared.getOrDefault(expression, Expressions.text(expression));
    }
}
