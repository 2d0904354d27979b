package dev.shipgate.policy.lint.conditions;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.List;
import java.util.stream.Stream;

/** Conditions that also hold where there is no value: {@code environment != "production"}, {@code !(p95Ms > 800)}. */
public final class NegationsOfNull implements SlipCheck {

    private static final String CODE = "negation-of-null";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Stream<Diagnostic> patterns = folder.patterns()
                .flatMap(pattern -> pattern.conditions().stream()
                        .flatMap(condition -> slips(condition, pattern.conditions(), pattern.isDenied(), ", ")));
        Stream<Diagnostic> evals = folder.rules().stream()
                .flatMap(rule -> rule.evals().stream()
                        .flatMap(eval -> slips(eval, rule.conditions().toList(), false, " && ")));
        return Stream.concat(patterns, evals);
    }

    /** @param and the separator between two conditions here */
    private static Stream<Diagnostic> slips(Condition condition, List<Condition> beside, boolean denied, String and) {
        return condition.compared().stream()
                .map(Compared::literalLast)
                .filter(is -> !is.isWithNull() && !is.failsOnNull() && is.holdsForNull() != denied)
                .flatMap(is -> condition
                        .meaning(is.left())
                        .filter(Meaning::mayBeNull)
                        .filter(field -> beside.stream()
                                .noneMatch(other -> asksForNull(other, field.name())
                                        || (!denied && asksForMore(other, field.name(), is))))
                        .map(field -> slip(condition, is, denied, and))
                        .stream());
    }

    /** Whether another condition holds only where there is a value. */
    private static boolean asksForMore(Condition other, String field, Compared is) {
        return other.compared().stream()
                .map(Compared::literalLast)
                .filter(one -> !one.holdsForNull() && !one.written().equals(is.written()))
                .anyMatch(one -> isOf(field, other, one));
    }

    private static boolean asksForNull(Condition condition, String field) {
        return condition.text().matches("(?s).*\\bmissing\\b.*")
                || condition.compared().stream()
                        .filter(Compared::isWithNull)
                        .anyMatch(is -> isOf(field, condition, is));
    }

    private static boolean isOf(String field, Condition condition, Compared is) {
        return condition
                .meaning(is.left())
                .filter(meaning -> meaning.name().equals(field))
                .isPresent();
    }

    private static Diagnostic slip(Condition condition, Compared is, boolean denied, String and) {
        String field = Expressions.text(is.left());
        String written =
                denied ? "\"not\" with " + is.written() : is.denied() ? "!(" + is.written() + ")" : is.written();
        String isNull = field + " == null || ";
        String isThere = field + " != null" + and;
        return condition
                .spot(is.left())
                .warning(
                        CODE,
                        written + " also holds where there is no " + field + ". Maybe " + (denied ? isNull : isThere)
                                + "before it? Or, if that is meant, " + (denied ? isThere : isNull) + "before it?");
    }
}
