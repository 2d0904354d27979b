package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.BinaryExpr;
import dev.shipgate.policy.Diagnostic;
import java.util.Optional;
import java.util.stream.Stream;

/** Arithmetic in a consequence with what may be null, on which the rule fails: {@code $cost * 2}. */
final class NullInConsequences implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.rules().stream()
                .flatMap(rule -> rule.consequence().all(BinaryExpr.class).stream()
                        .filter(Expressions::isArithmetic)
                        .filter(binary -> rule.consequence()
                                .names()
                                .meaning(binary)
                                .filter(Meaning::isNumber)
                                .isPresent())
                        .flatMap(binary -> slip(rule.consequence(), binary).stream())
                        .limit(1));
    }

    private static Optional<Diagnostic> slip(Code code, BinaryExpr binary) {
        String plain = code.source().replaceAll("\\s", "");
        return Stream.of(binary.getLeft(), binary.getRight())
                .filter(side ->
                        code.names().meaning(side).filter(Meaning::mayBeNull).isPresent())
                .map(Expressions::text)
                .filter(side -> !plain.contains(side + "!=null") && !plain.contains(side + "==null"))
                .findFirst()
                .map(side -> code.spot(binary)
                        .warning(
                                "may-fail",
                                "The rule fails where there is no " + side + ", so that the request gets no verdict. "
                                        + "Maybe a condition that it is not null, under \"when\"?"));
    }
}
