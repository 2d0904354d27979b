package dev.shipgate.policy.lint.numbers;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.AccumulateResults;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRule;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;

/** An average or a minimum over facts of which there may be none: then it has no value. */
public final class ValuesOfNothing implements SlipCheck {

    private static final String CODE = "value-of-nothing";
    /** The value that they compute then is no number, of which every "at most" holds. */
    private static final Set<String> NOT_A_NUMBER = Set.of("variance", "standardDeviation");

    private static final Set<String> UP_TO = Set.of("==", "<", "<=");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.rules().stream()
                .flatMap(rule -> rule.patterns().stream().flatMap(pattern -> slip(folder, rule, pattern).stream()));
    }

    private static Optional<Diagnostic> slip(LintedFolder folder, LintedRule rule, LintedPattern pattern) {
        AccumulateDescr source = pattern.source();
        if (source == null || pattern.isDenied()) {
            return Optional.empty();
        }
        return notANumber(source, pattern)
                .or(() -> source.getFunctions().size() > 1
                        ? nullBesideOthers(source, rule, pattern)
                        : silentRule(source, folder, rule, pattern));
    }

    private static Optional<Diagnostic> notANumber(AccumulateDescr source, LintedPattern pattern) {
        return functions(source, NOT_A_NUMBER)
                .filter(function -> !hasACount(source, pattern))
                .findFirst()
                .map(function -> pattern.spot()
                        .warning(
                                CODE,
                                "Over no " + of(pattern) + " at all the " + function.getFunction()
                                        + " is NaN, of which <= and >= hold. Maybe a count() beside it, and more than 0 "
                                        + "of it?"));
    }

    private static Optional<Diagnostic> nullBesideOthers(
            AccumulateDescr source, LintedRule rule, LintedPattern pattern) {
        return functions(source, AccumulateResults.WITHOUT_VALUE)
                .map(AccumulateFunctionCallDescr::getBind)
                .filter(name -> name != null && !isAskedFor(name, rule) && !hasACount(source, pattern))
                .findFirst()
                .map(name -> pattern.spot()
                        .warning(
                                CODE,
                                "Over no " + of(pattern) + " at all, " + name
                                        + " is null, and the rule may fire all the same. Maybe " + name
                                        + " != null?"));
    }

    private static Optional<Diagnostic> silentRule(
            AccumulateDescr source, LintedFolder folder, LintedRule rule, LintedPattern pattern) {
        String of = of(pattern);
        return functions(source, AccumulateResults.WITHOUT_VALUE)
                .findFirst()
                .filter(function -> !isSaidElsewhere(folder, rule, source, of))
                .map(function -> pattern.spot()
                        .warning(
                                CODE,
                                "Over no " + of + " at all there is no " + function.getFunction()
                                        + ", so this rule does not fire, and no other asks for that. Maybe a rule with not "
                                        + of + "(...)?"));
    }

    private static Stream<AccumulateFunctionCallDescr> functions(AccumulateDescr source, Set<String> names) {
        return source.getFunctions().stream().filter(function -> names.contains(function.getFunction()));
    }

    private static String of(LintedPattern pattern) {
        return pattern.accumulated().orElse("fact");
    }

    private static boolean hasACount(AccumulateDescr source, LintedPattern pattern) {
        return AccumulateResults.hasACount(
                source, pattern.conditions().stream().map(Condition::text).toList());
    }

    private static boolean isAskedFor(String name, LintedRule rule) {
        return rule.conditions()
                .anyMatch(condition -> condition.text().replaceAll("\\s", "").contains(name + "!=null"));
    }

    /** Whether a rule asks for none of the facts that are computed with, or for none of those that this rule makes. */
    private static boolean isSaidElsewhere(LintedFolder folder, LintedRule rule, AccumulateDescr source, String of) {
        Set<String> made = rule.consequences().stream().flatMap(Code::made).collect(Collectors.toSet());
        return folder.patterns()
                .anyMatch(pattern -> (pattern.isDenied()
                                && isOfAll(pattern)
                                && ((made.contains(pattern.name()) && !isFiltered(pattern))
                                        || (pattern.name().equals(of) && (isFiltered(pattern) || !isFiltered(source)))))
                        || counts(pattern, of));
    }

    private static boolean isFiltered(LintedPattern pattern) {
        return pattern.conditions().stream()
                .anyMatch(condition -> !condition.compared().isEmpty());
    }

    private static boolean isFiltered(AccumulateDescr source) {
        return source.getInputPattern().getConstraint().getDescrs().stream()
                .map(constraint -> Expressions.condition(constraint.getText()))
                .anyMatch(read ->
                        read.isPresent() && !Compared.in(read.get().getExpr()).isEmpty());
    }

    /** Whether it is about no other fact of the rule. */
    private static boolean isOfAll(LintedPattern pattern) {
        return pattern.conditions().stream()
                .noneMatch(condition -> condition.text().contains("$"));
    }

    /** Whether it asks for few of them, or for none. */
    private static boolean counts(LintedPattern pattern, String of) {
        return pattern.source() != null
                && pattern.accumulated().filter(of::equals).isPresent()
                && pattern.source().getFunctions().stream()
                        .anyMatch(function -> function.getFunction().equals("count"))
                && pattern.conditions().stream()
                        .flatMap(condition -> condition.compared().stream())
                        .map(Compared::literalLast)
                        .anyMatch(is -> UP_TO.contains(is.operator()));
    }
}
