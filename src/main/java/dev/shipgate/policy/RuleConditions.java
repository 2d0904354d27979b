package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * What a rule compares with literals.
 *
 * @param needed for each pattern of which a fact is needed, what of it has to hold together
 * @param asked all of it, also what stands in an "or" or a "not"
 * @param askedForMissing the subjects for which it may fire when they are not there
 * @param written all conditions as they are written, in the order of the text; empty where that order is not the one
 *     in which the compiler takes them
 * @param entriesAfterDots the entries of maps that it asks for as if they were fields, such as {@code others.ttft}
 */
record RuleConditions(
        List<List<Comparison>> needed,
        List<Comparison> asked,
        Set<String> askedForMissing,
        List<String> written,
        Set<String> entriesAfterDots) {

    private static final Pattern ENTRY_AFTER_DOT = Pattern.compile("\\bothers\\.\\w+\\b(?!\\s*\\()");

    static RuleConditions of(RuleDescr rule) {
        RuleConditions conditions = new RuleConditions(
                new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new TreeSet<>());
        if (rule.getLhs() != null) {
            rule.getLhs().getDescrs().forEach(part -> conditions.add(part, true, false));
            if (!WrittenConditions.addTo(conditions.written, rule.getLhs())) {
                conditions.written.clear();
            }
        }
        return conditions;
    }

    private void add(Object part, boolean isNeeded, boolean isDenied) {
        if (part instanceof PatternDescr pattern) {
            expressions(pattern)
                    .flatMap(expression -> ENTRY_AFTER_DOT.matcher(expression).results())
                    .forEach(entry -> entriesAfterDots.add(entry.group()));
            List<Comparison> comparisons = expressions(pattern)
                    .flatMap(expression -> Comparison.allOf(expression).stream())
                    .toList();
            asked.addAll(comparisons);
            comparisons.stream()
                    .filter(is -> is.isWithNull() && is.operator().equals(isDenied ? "!=" : "=="))
                    .forEach(is -> askedForMissing.add(is.subject()));
            if (isNeeded) {
                needed.add(comparisons);
            }
        } else if (part instanceof ConditionalElementDescr element) {
            boolean all = isNeeded && part instanceof ExistsDescr;
            boolean denied = isDenied != (part instanceof NotDescr);
            element.getDescrs().forEach(inner -> add(inner, all, denied));
        }
    }

    private static Stream<String> expressions(PatternDescr pattern) {
        return pattern.getConstraint().getDescrs().stream()
                .filter(ExprConstraintDescr.class::isInstance)
                .map(constraint -> ((ExprConstraintDescr) constraint).getExpression());
    }

    /** Comparisons of one subject that cannot hold together, so that the rule never fires; empty when all can. */
    List<Comparison> contradiction() {
        for (List<Comparison> ofPattern : needed) {
            Map<String, List<Comparison>> bySubject = new LinkedHashMap<>();
            ofPattern.forEach(is -> bySubject
                    .computeIfAbsent(is.subject(), subject -> new ArrayList<>())
                    .add(is));
            for (List<Comparison> ofSubject : bySubject.values()) {
                if (Contradiction.isIn(ofSubject)) {
                    return ofSubject;
                }
            }
        }
        return List.of();
    }
}
