package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
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
 */
record RuleConditions(List<List<Comparison>> needed, List<Comparison> asked, Set<String> askedForMissing) {

    static RuleConditions of(RuleDescr rule) {
        RuleConditions conditions = new RuleConditions(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        if (rule.getLhs() != null) {
            rule.getLhs().getDescrs().forEach(part -> conditions.add(part, true, false));
        }
        return conditions;
    }

    private void add(Object part, boolean isNeeded, boolean isDenied) {
        if (part instanceof PatternDescr pattern) {
            List<Comparison> comparisons = comparisons(pattern);
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

    private static List<Comparison> comparisons(PatternDescr pattern) {
        List<Comparison> comparisons = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression) {
                comparisons.addAll(Comparison.allOf(expression.getExpression()));
            }
        }
        return comparisons;
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
