package dev.shipgate.policy.lint;

import dev.shipgate.policy.Diagnostic;
import java.util.Optional;
import java.util.stream.Stream;

/** What also holds where there is no value: {@code environment != "production"}, {@code !(p95Ms > 800)}. */
final class NegationsOfNull implements SlipCheck {

    private static final String CODE = "negation-of-null";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.patterns()
                .flatMap(pattern -> pattern.conditions().stream()
                        .flatMap(condition ->
                                condition.compared().stream().flatMap(is -> slip(pattern, condition, is).stream())));
    }

    private static Optional<Diagnostic> slip(LintedPattern pattern, Condition condition, Compared is) {
        boolean also = !is.isWithNull() && is.holdsForNull() != pattern.isDenied();
        return also
                ? condition
                        .meaning(is.left())
                        .filter(Meaning::mayBeNull)
                        .filter(field -> pattern.conditions().stream()
                                .noneMatch(other -> asksForNull(other, field.name())
                                        || (!pattern.isDenied() && asksForMore(other, field.name(), is))))
                        .map(field -> slip(condition, field.name(), is, pattern.isDenied()))
                : Optional.empty();
    }

    /** Whether another condition holds only where there is a value. */
    private static boolean asksForMore(Condition other, String field, Compared is) {
        return other.compared().stream()
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

    private static Diagnostic slip(Condition condition, String field, Compared is, boolean denied) {
        String written =
                denied ? "\"not\" with " + is.written() : is.denied() ? "!(" + is.written() + ")" : is.written();
        String isNull = field + " == null || ";
        String isThere = field + " != null, ";
        return condition
                .spot(is.left())
                .warning(
                        CODE,
                        written + " also holds where there is no " + field + ". Maybe " + (denied ? isNull : isThere)
                                + "before it? Or, if that is meant, " + (denied ? isThere : isNull) + "before it?");
    }
}
