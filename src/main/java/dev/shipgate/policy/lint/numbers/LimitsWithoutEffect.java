package dev.shipgate.policy.lint.numbers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRule;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A limit that never holds, as another rule gives a stricter one for these releases and for more: of two the stricter
 * holds. Mostly it was meant to loosen, as for a canary. Two for the same releases are mostly of two people, and both
 * are meant.
 */
public final class LimitsWithoutEffect implements SlipCheck {

    private static final String RELEASE = "Release";
    private static final Set<String> LOWER_IS_STRICTER = Set.of("p95Ms", "errorRate", "costPerSuccess");

    /**
     * A limit in numbers.
     *
     * @param what the route and which of its limits
     * @param askedFor the conditions of the rule on the release
     * @param forAll whether it asks for nothing else
     */
    private record WrittenLimit(
            String what, BigDecimal value, String rule, Set<String> askedFor, boolean forAll, Spot spot) {

        boolean neverHoldsBeside(WrittenLimit other) {
            return other.forAll
                    && other.value.compareTo(value) < 0
                    && askedFor.size() > other.askedFor.size()
                    && askedFor.containsAll(other.askedFor);
        }
    }

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Map<String, List<WrittenLimit>> limits =
                folder.rules().stream().flatMap(LimitsWithoutEffect::limits).collect(groupingBy(WrittenLimit::what));
        return limits.values().stream()
                .flatMap(ofOne -> ofOne.stream()
                        .flatMap(limit -> ofOne.stream().filter(limit::neverHoldsBeside).findFirst().stream()
                                .map(stricter -> slip(limit, stricter))));
    }

    private static Stream<WrittenLimit> limits(LintedRule rule) {
        List<LintedPattern> releases = rule.patterns().stream()
                .filter(pattern -> pattern.isFact()
                        && !pattern.isDenied()
                        && pattern.name().equals(RELEASE))
                .toList();
        Set<String> askedFor = releases.stream()
                .flatMap(release -> release.conditions().stream())
                .map(condition -> condition.text().replaceAll("\\s", ""))
                .collect(toSet());
        boolean forAll = releases.size() == 1
                && rule.patterns().size() == 1
                && rule.evals().isEmpty();
        return rule.consequences().stream().flatMap(code -> {
            boolean always = forAll && code.all(IfStmt.class).isEmpty();
            return code.all(MethodCallExpr.class).stream()
                    .flatMap(call -> routeOf(call).stream()
                            .flatMap(route -> Expressions.number(call.getArgument(0)).stream()
                                    .map(value -> new WrittenLimit(
                                            call.getNameAsString() + " of " + route,
                                            value,
                                            rule.name(),
                                            askedFor,
                                            always,
                                            code.spot(call)))));
        });
    }

    /** The route in {@code new Budget("find").p95Ms(250)}. */
    private static Optional<String> routeOf(MethodCallExpr call) {
        Expression root = call;
        while (root instanceof MethodCallExpr part && part.getScope().isPresent()) {
            root = part.getScope().get();
        }
        boolean isLimit = LOWER_IS_STRICTER.contains(call.getNameAsString())
                && call.getArguments().size() == 1;
        return isLimit
                        && root instanceof ObjectCreationExpr budget
                        && budget.getArguments().size() == 1
                ? Expressions.textOf(budget.getArgument(0))
                : Optional.empty();
    }

    private static Diagnostic slip(WrittenLimit limit, WrittenLimit stricter) {
        return limit.spot()
                .warning(
                        SlipCodes.NO_EFFECT,
                        "This limit of " + limit.value().toPlainString() + " for " + limit.what()
                                + " never holds: the rule \"" + stricter.rule() + "\" gives "
                                + stricter.value().toPlainString()
                                + " for these releases too, and of two limits the stricter holds. Maybe leave these releases out "
                                + "there?");
    }
}
