package dev.shipgate.policy.lint.conditions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.conditions.Claim.Says;
import dev.shipgate.policy.lint.conditions.Claims.Group;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Passage;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Conditions that hold for no value, such as {@code service == "a" && service == "b"}, and conditions that hold for
 * each, such as {@code service != "a" || service != "b"}.
 */
public final class ConstantConditions implements SlipCheck {

    private static final String NEVER = "never-fires";
    private static final String ALWAYS = "always-holds";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.of(
                        folder.patterns().flatMap(ConstantConditions::ofPattern),
                        folder.evals().flatMap(ConstantConditions::ofEval),
                        folder.code().flatMap(ConstantConditions::ofCode))
                .flatMap(slips -> slips);
    }

    /** All conditions of a fact hold together. */
    private static Stream<Diagnostic> ofPattern(LintedPattern pattern) {
        List<Claim> needed = pattern.conditions().stream()
                .flatMap(condition -> Claims.of(condition).needed(condition.expression()).stream())
                .toList();
        Stream<Diagnostic> ofAll = bySubject(needed).stream()
                .filter(ConstantConditions::isNever)
                .map(claims -> never(pattern.conditionOf(claims.get(0).is()), claims));
        Stream<Diagnostic> ofParts = pattern.conditions().stream()
                .flatMap(condition -> slips(condition, Claims.of(condition).groupsWithin(condition.expression())));
        return Stream.concat(ofAll, ofParts);
    }

    private static Stream<Diagnostic> ofEval(Condition eval) {
        return slips(eval, Claims.of(eval).groups(eval.expression()));
    }

    private static Stream<Diagnostic> ofCode(Code code) {
        return code.all(BinaryExpr.class).stream()
                .filter(binary -> Expressions.joins(binary) && !isPartOfMore(binary))
                .flatMap(binary -> slips(code, new Claims(Compared.in(binary)).groups(binary)));
    }

    private static boolean isPartOfMore(Node part) {
        Node around = part.getParentNode().orElse(null);
        return (around instanceof EnclosedExpr || around instanceof UnaryExpr)
                ? isPartOfMore(around)
                : around instanceof BinaryExpr binary && Expressions.joins(binary);
    }

    private static Stream<Diagnostic> slips(Passage passage, Stream<Group> groups) {
        return groups.flatMap(group -> bySubject(group.claims()).stream()
                .filter(claims -> group.all() ? isNever(claims) : isAlways(claims))
                .map(claims -> group.all() ? never(passage, claims) : always(passage, claims)));
    }

    private static Collection<List<Claim>> bySubject(List<Claim> claims) {
        return claims.stream()
                .collect(groupingBy(Claim::subject, LinkedHashMap::new, toList()))
                .values();
    }

    private static boolean isNever(List<Claim> claims) {
        return new PossibleValues(claims).areNone();
    }

    /**
     * Where none holds there is no value left. A rule that names null means that there may be none; another one means
     * each value.
     */
    private static boolean isAlways(List<Claim> claims) {
        PossibleValues left =
                new PossibleValues(claims.stream().map(Claim::opposite).toList());
        return claims.size() > 1
                && (claims.stream().anyMatch(Claim::namesNull) ? left.areNone() : left.areNoneButNull());
    }

    private static Diagnostic never(Passage passage, List<Claim> claims) {
        return passage.spot(claims.get(0).is().left())
                .warning(
                        NEVER,
                        "This never holds: no value is " + written(claims, " and ") + "."
                                + hint(passage, claims, Says.IS));
    }

    private static Diagnostic always(Passage passage, List<Claim> claims) {
        return passage.spot(claims.get(0).is().left())
                .warning(
                        ALWAYS,
                        "This always holds: each value is " + written(claims, " or ") + "."
                                + hint(passage, claims, Says.IS_NOT));
    }

    private static String written(List<Claim> claims, String word) {
        return claims.stream().map(Claim::written).distinct().collect(joining(word));
    }

    /** The author mostly means one of several values, or none of them. */
    private static String hint(Passage passage, List<Claim> claims, Says says) {
        boolean isOfValues = claims.stream()
                .allMatch(claim -> claim.says() == says
                        && claim.values().size() == 1
                        && !claim.is().isWithNull());
        if (!isOfValues) {
            return "";
        }
        if (passage instanceof Code) {
            return says == Says.IS ? " Maybe || for &&?" : " Maybe && for ||?";
        }
        return " Maybe " + claims.get(0).subject() + (says == Says.IS ? " in (" : " not in (")
                + claims.stream()
                        .map(claim -> Expressions.text(claim.is().literalLast().right()))
                        .distinct()
                        .collect(joining(", "))
                + ")?";
    }
}
