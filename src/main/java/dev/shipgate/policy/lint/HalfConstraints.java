package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;
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
        List<Compared> compared = condition.compared();
        String operator = condition.text().contains("||") ? " || " : " && ";
        return "The next parser of the engine does not read a comparison without its left side. Maybe "
                + compared.stream().map(Compared::written).collect(Collectors.joining(operator)) + "?";
    }
}
