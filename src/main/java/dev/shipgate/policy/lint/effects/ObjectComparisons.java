package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.BinaryExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ==} in Java between two numbers that may be null, or two texts: it asks for one and the same object. */
public final class ObjectComparisons implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.code()
                .flatMap(code -> code.all(BinaryExpr.class).stream().flatMap(binary -> slip(code, binary).stream()));
    }

    private static Optional<Diagnostic> slip(Code code, BinaryExpr binary) {
        boolean equality = binary.getOperator() == BinaryExpr.Operator.EQUALS
                || binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
        boolean objects = Stream.of(binary.getLeft(), binary.getRight())
                .allMatch(side -> code.names()
                        .meaning(side)
                        .filter(meaning -> meaning.isBoxed() || meaning.isText())
                        .isPresent());
        if (!equality || !objects) {
            return Optional.empty();
        }
        String negation = binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS ? "!" : "";
        return Optional.of(code.spot(binary)
                .warning(
                        "object-comparison",
                        Expressions.text(binary)
                                + " asks in Java whether both are one object, and not whether they are equal. Maybe "
                                + negation + Expressions.text(binary.getLeft()) + ".equals("
                                + Expressions.text(binary.getRight()) + ")?"));
    }
}
