package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import java.util.Optional;
import java.util.stream.Stream;

/** A consequence that ends before its end: the rule is told of as fired, and nothing came of it. */
public final class EarlyReturns implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.consequences()
                .flatMap(code -> code.all(ReturnStmt.class).stream()
                        .filter(statement -> !isInAMethodOfItsOwn(statement))
                        .limit(1)
                        .map(statement -> code.spot(statement)
                                .warning(
                                        "early-return",
                                        "The rule fires and then does nothing, which nobody sees. Maybe the question "
                                                + "belongs under \"when\"?")));
    }

    private static boolean isInAMethodOfItsOwn(Node node) {
        Optional<Node> parent = node.getParentNode();
        return parent.isPresent()
                && (parent.get() instanceof LambdaExpr
                        || parent.get() instanceof MethodDeclaration
                        || isInAMethodOfItsOwn(parent.get()));
    }
}
