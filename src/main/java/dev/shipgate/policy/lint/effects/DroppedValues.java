package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.Optional;
import java.util.stream.Stream;

/** A fact that a statement makes of another one and drops, such as {@code budget.p95Ms(800);}: no fact changes. */
public final class DroppedValues implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.code()
                .flatMap(code -> code.all(ExpressionStmt.class).stream()
                        .flatMap(statement -> statement.getExpression().toMethodCallExpr().stream())
                        .flatMap(call -> slip(code, call).stream()));
    }

    private static Optional<Diagnostic> slip(Code code, MethodCallExpr call) {
        return call.getScope()
                .flatMap(scope -> code.meaning(scope)
                        .map(Meaning::type)
                        .filter(Class::isRecord)
                        .filter(kind -> code.meaning(call)
                                .filter(made -> made.type() == kind)
                                .isPresent())
                        .map(kind -> code.spot(call)
                                .warning(
                                        SlipCodes.NO_EFFECT,
                                        "This makes another " + kind.getSimpleName()
                                                + ", and nobody sees it: no fact changes. Maybe "
                                                + (scope.isNameExpr()
                                                        ? Expressions.text(scope) + " = " + Expressions.text(call)
                                                                + ", or "
                                                        : "")
                                                + "insert(" + Expressions.text(call) + ")?")));
    }
}
