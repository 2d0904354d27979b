package dev.shipgate.policy.lint.numbers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.Names;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code 2/100}, which is 0, and {@code x / 0}. */
public final class WholeNumberDivisions implements SlipCheck {

    private static final String CODE = "whole-division";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Stream<Diagnostic> conditions = folder.conditions()
                .flatMap(condition -> divisions(condition.expression())
                        .flatMap(division -> slip(condition.spot(division), division, condition.names()).stream()));
        Stream<Diagnostic> code = folder.code()
                .flatMap(java -> divisions(java.statements())
                        .flatMap(division -> slip(java.spot(division), division, java.names()).stream()));
        return Stream.concat(conditions, code);
    }

    private static Stream<BinaryExpr> divisions(Node root) {
        return Expressions.all(root, BinaryExpr.class).stream()
                .filter(binary -> binary.getOperator() == BinaryExpr.Operator.DIVIDE
                        || binary.getOperator() == BinaryExpr.Operator.REMAINDER);
    }

    private static Optional<Diagnostic> slip(Spot spot, BinaryExpr division, Names names) {
        boolean whole = Stream.of(division.getLeft(), division.getRight())
                .allMatch(side ->
                        names.meaning(side).filter(Meaning::isWholeNumber).isPresent());
        Optional<BigDecimal> left = Expressions.number(division.getLeft());
        Optional<BigDecimal> right = Expressions.number(division.getRight());
        String written = Expressions.text(division);
        if (right.filter(number -> number.signum() == 0).isPresent()) {
            return Optional.of(spot.refusal(CODE, written + " divides by zero."));
        }
        if (!whole || division.getOperator() == BinaryExpr.Operator.REMAINDER) {
            return Optional.empty();
        }
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.of(spot.warning(
                    CODE,
                    written + " divides whole numbers, and leaves out what is after the point. Maybe 1.0 * " + written
                            + "?"));
        }
        BigDecimal[] parts = left.get().divideAndRemainder(right.get());
        return parts[1].signum() == 0
                ? Optional.empty()
                : Optional.of(spot.refusal(
                        CODE,
                        written + " divides whole numbers, and is " + parts[0].toPlainString() + ". Maybe "
                                + left.get().toPlainString() + ".0 / "
                                + right.get().toPlainString() + "?"));
    }
}
