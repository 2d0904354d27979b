package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.NullFailures;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Conditions that fail on some facts, and are tried on all: {@code labels["tier"].length() > 1} without a label. */
public final class FailingConditions implements SlipCheck {

    private static final String CODE = "may-fail";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(
                folder.patterns().flatMap(FailingConditions::findings),
                Stream.concat(folder.rules().stream(), folder.queries().stream())
                        .flatMap(rule -> rule.evals().stream())
                        .flatMap(eval -> findings("all facts before it", List.of(), eval, " && before it?")));
    }

    private static Stream<Diagnostic> findings(LintedPattern pattern) {
        String counted = pattern.accumulated().orElse("fact");
        return Stream.concat(
                pattern.computed().stream()
                        .flatMap(computed -> findings(
                                "every " + counted, List.of(), computed, ", between the brackets of " + counted + "?")),
                IntStream.range(0, pattern.conditions().size())
                        .boxed()
                        .flatMap(i -> findings(
                                "every " + pattern.name(),
                                pattern.before(i),
                                pattern.conditions().get(i),
                                " before it, between the same brackets?")));
    }

    /**
     * The findings in one condition.
     *
     * @param facts on which it is tried
     * @param before the conditions between the same brackets that hold when it is tried
     * @param place where a question belongs that keeps it from failing
     */
    private static Stream<Diagnostic> findings(
            String facts, List<Condition> before, Condition condition, String place) {
        SaidBefore said = new SaidBefore(before, condition);
        Stream<Diagnostic> ofNull = NullFailures.inCondition(condition.expression(), condition.names())
                .filter(needed -> !said.isThere(needed.what().name(), needed.part()))
                .map(needed -> slip(
                        condition,
                        needed.part(),
                        facts,
                        "where there is no " + needed.what().name(),
                        needed.written() + " != null" + place));
        Stream<Diagnostic> ofReads = FailingRead.in(condition)
                .filter(read -> !read.isAskedFor(said))
                .map(read -> slip(
                        condition,
                        read.part(),
                        facts,
                        "where " + Expressions.text(read.part()) + read.otherwise(),
                        Expressions.text(read.part()) + read.question() + place));
        return Stream.concat(ofNull.limit(1), ofReads.limit(1));
    }

    private static Diagnostic slip(Condition condition, Expression part, String facts, String when, String hint) {
        return condition
                .spot(part)
                .warning(
                        CODE,
                        "This is tried on " + facts + ", whatever the other lines of the rule ask for, and fails "
                                + when + ", so that the request gets no verdict. Maybe " + hint);
    }
}
