package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.stream.Stream;

/** A {@code catch} after which nobody knows that anything went wrong. */
public final class SwallowedExceptions implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.code()
                .flatMap(code -> code.all(CatchClause.class).stream()
                        .filter(SwallowedExceptions::isSilent)
                        .map(clause -> code.spot(clause)
                                .warning(
                                        "swallowed",
                                        "What goes wrong here is not told to anybody, and the release may pass for it. "
                                                + "Maybe an insert(...) of what blocks it, or no catch?")));
    }

    private static boolean isSilent(CatchClause clause) {
        return Expressions.all(clause.getBody(), ThrowStmt.class).isEmpty()
                && Expressions.all(clause.getBody(), MethodCallExpr.class).stream()
                        .noneMatch(Effects::isEffect);
    }
}
