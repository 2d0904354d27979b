package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rules of one folder said of some facts.
 *
 * @param firings every rule that fired, in order
 * @param inserted every fact that rules inserted and that none took back, in order
 */
public record RuleRun(List<Firing> firings, List<Finding<?>> inserted) {

    /** The findings of one type, in the order in which rules inserted them. */
    public <T> List<Finding<T>> findings(Class<T> type) {
        List<Finding<T>> findings = new ArrayList<>();
        for (Finding<?> finding : inserted) {
            if (type.isInstance(finding.fact())) {
                findings.add(new Finding<>(type.cast(finding.fact()), finding.rule()));
            }
        }
        return findings;
    }

    /** The facts of one type that rules inserted, in order. */
    public <T> List<T> facts(Class<T> type) {
        List<T> facts = new ArrayList<>();
        for (Finding<?> finding : inserted) {
            if (type.isInstance(finding.fact())) {
                facts.add(type.cast(finding.fact()));
            }
        }
        return facts;
    }
}
