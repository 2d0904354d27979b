package dev.shipgate.decision.evidence;

import dev.shipgate.policy.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Findings by their subject, such as a minute: those that claim something of it, and those that deny it.
 *
 * @param <S> the type of the subjects
 */
public final class OpposedFindings<S> {

    private final Map<S, Sides> bySubject = new LinkedHashMap<>();

    private record Sides(List<Finding<?>> claims, List<Finding<?>> denials) {

        Sides() {
            this(new ArrayList<>(1), new ArrayList<>(0));
        }
    }

    public void claim(S subject, Finding<?> finding) {
        sides(subject).claims().add(finding);
    }

    public void deny(S subject, Finding<?> finding) {
        sides(subject).denials().add(finding);
    }

    private Sides sides(S subject) {
        return bySubject.computeIfAbsent(subject, unseen -> new Sides());
    }

    /**
     * Tells of each subject that has findings of both sides.
     *
     * @param claim the statement that the claims make of a subject, such as {@code minute 7 is calm}
     * @param denial the statement that the denials make of it instead, such as {@code it is part of a storm}
     */
    public void forEachContradiction(
            Function<S, String> claim, String denial, BiConsumer<S, Contradiction> contradictions) {
        bySubject.forEach((subject, sides) -> {
            if (!sides.claims().isEmpty() && !sides.denials().isEmpty()) {
                contradictions.accept(
                        subject, Contradiction.between(sides.claims(), claim.apply(subject), sides.denials(), denial));
            }
        });
    }
}
