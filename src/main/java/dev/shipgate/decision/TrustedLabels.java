package dev.shipgate.decision;

import dev.shipgate.policy.RuleRun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The labels that the rules of a question trust. Each folder of rules speaks for itself: a part of a release gets the
 * labels that the rules of this part trust, and no others, so that it is judged just as it is by itself.
 *
 * @param names the labels that the question's own rules trust; they may be some that the release does not have
 * @param parts those that the rules of each part trust, by the name of the part; empty for a question without parts
 */
public record TrustedLabels(Set<String> names, Map<String, TrustedLabels> parts) {

    /** No label is trusted. */
    public static final TrustedLabels NONE = new TrustedLabels(Set.of(), Map.of());

    public TrustedLabels {
        names = Set.copyOf(names);
        parts = Map.copyOf(parts);
    }

    /** Those that the rules of one folder trust. */
    public static TrustedLabels of(RuleRun run) {
        return new TrustedLabels(
                run.facts(TrustedLabel.class).stream().map(TrustedLabel::name).collect(Collectors.toSet()), Map.of());
    }

    /** Those that the rules of a part trust. */
    public TrustedLabels ofPart(String name) {
        return parts.getOrDefault(name, NONE);
    }

    /** A release with the labels that the question's own rules trust, and no others. */
    public Release keptOf(Release release) {
        Map<String, String> kept = new TreeMap<>(release.labels());
        kept.keySet().retainAll(names);
        return new Release(release.service(), release.environment(), release.version(), kept);
    }

    /** Whether any of these labels is trusted, by the question's own rules or those of a part. */
    boolean trustAnyOf(Collection<String> labels) {
        return labels.stream().anyMatch(names::contains)
                || parts.values().stream().anyMatch(part -> part.trustAnyOf(labels));
    }

    /** The labels of these that the question's own rules, or those of any part, do not trust; sorted. */
    List<String> othersOf(Collection<String> labels) {
        Set<String> others = new TreeSet<>(labels);
        others.removeAll(names);
        parts.values().forEach(part -> others.addAll(part.othersOf(labels)));
        return List.copyOf(others);
    }
}
