package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.shipgate.policy.lint.read.Code;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.mvel.parser.ast.expr.ModifyStatement;

/** The changes that a rule makes when it fires. */
final class Effects {

    private static final Set<String> CALLS = Set.of("insert", "insertLogical", "update", "modify", "delete", "retract");

    private static final Set<String> INSERTS = Set.of("insert", "insertLogical");

    private Effects() {}

    static Stream<MethodCallExpr> insertions(Code code) {
        return code.all(MethodCallExpr.class).stream()
                .filter(call -> INSERTS.contains(call.getNameAsString())
                        && !call.getArguments().isEmpty());
    }

    static boolean isEffect(MethodCallExpr call) {
        return CALLS.contains(call.getNameAsString());
    }

    /** Whether anything comes of the rule. */
    static boolean isIn(Code code) {
        return code.all(MethodCallExpr.class).stream().anyMatch(Effects::isEffect)
                || !code.all(ModifyStatement.class).isEmpty();
    }
}
