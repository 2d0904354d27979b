package dev.shipgate.decision.firing;

import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleInfo;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * How often a rule fired in one evaluation.
 *
 * @param fired 1 or more
 */
public record FiringCount(RuleInfo rule, int fired) {

    /** Of each rule that fired, in the order of their first firing. */
    public static List<FiringCount> of(List<Firing> firings) {
        // By identity: hashing a rule means hashing all of its annotations.
        IdentityHashMap<RuleInfo, int[]> byRule = new IdentityHashMap<>();
        List<RuleInfo> order = new ArrayList<>();
        for (Firing firing : firings) {
            int[] count = byRule.computeIfAbsent(firing.rule(), first -> {
                order.add(first);
                return new int[1];
            });
            count[0]++;
        }
        return order.stream()
                .map(rule -> new FiringCount(rule, byRule.getOrDefault(rule, new int[1])[0]))
                .toList();
    }
}
