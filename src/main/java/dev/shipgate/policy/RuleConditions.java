package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * What a rule compares with literals.
 *
 * @param needed for each pattern of which a fact is needed, what of it has to hold together
 * @param written all conditions as they are written, in the order of the text; empty where that order is not the one
 *     in which the compiler takes them
 */
record RuleConditions(List<List<Comparison>> needed, List<String> written) {

    static RuleConditions of(RuleDescr rule) {
        RuleConditions conditions = new RuleConditions(new ArrayList<>(), new ArrayList<>());
        if (rule.getLhs() != null) {
            rule.getLhs().getDescrs().forEach(conditions::addNeeded);
            if (!WrittenConditions.addTo(conditions.written, rule.getLhs())) {
                conditions.written.clear();
            }
        }
        return conditions;
    }

    private void addNeeded(Object part) {
        if (part instanceof PatternDescr pattern) {
            needed.add(expressions(pattern)
                    .flatMap(expression -> Comparison.allOf(expression).stream())
                    .toList());
        } else if (part instanceof ExistsDescr exists) {
            for (Object inner : exists.getDescrs()) {
                addNeeded(inner);
            }
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
