package dev.shipgate.decision.evidence;

import dev.shipgate.policy.Finding;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Findings that cannot all be true. Nothing passes on them, as nobody can say which of them is meant.
 *
 * @param rules the rules that found them, sorted
 * @param detail a sentence for people that names them
 */
public record Contradiction(List<String> rules, String detail) {

    /** The reason of a failure, or of a blocker, that says that rules contradict one another. */
    public static final String REASON = "contradicting_findings";

    /**
     * Findings that deny one another.
     *
     * @param claims one side
     * @param claim the statement that they make, such as {@code minute 7 is calm}
     * @param denials the other side
     * @param denial the statement that they make instead, such as {@code it is part of a storm}
     */
    public static Contradiction between(
            Collection<? extends Finding<?>> claims,
            String claim,
            Collection<? extends Finding<?>> denials,
            String denial) {
        SortedSet<String> claiming = rules(claims);
        SortedSet<String> denying = rules(denials);
        String detail = "The " + said(claiming, claim) + ", and the " + said(denying, denial) + ".";
        claiming.addAll(denying);
        return new Contradiction(List.copyOf(claiming), detail);
    }

    private static SortedSet<String> rules(Collection<? extends Finding<?>> findings) {
        SortedSet<String> names = new TreeSet<>();
        findings.forEach(finding -> names.add(finding.rule().rule()));
        return names;
    }

    private static String said(SortedSet<String> rules, String what) {
        String names = "\"" + String.join("\" and \"", rules) + "\"";
        return (rules.size() == 1 ? "rule " + names + " says" : "rules " + names + " say") + " that " + what;
    }
}
