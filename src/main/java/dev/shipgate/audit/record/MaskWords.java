package dev.shipgate.audit.record;

import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The fields by which masking knows what is whose.
 *
 * @param own fields whose texts are the service's or the rules' own: a caller could otherwise make a reason unreadable, with a
 *     label of that name
 * @param namedByCallers fields whose members are named by callers
 */
public record MaskWords(Set<String> own, Set<String> namedByCallers) {

    /** Those that every answer has. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of(
            "by_rule",
            "decision_id",
            "evaluated_at",
            "file",
            "instance",
            "metadata",
            "missing",
            "package",
            "reason",
            "rule",
            "ruleset",
            "title",
            "type",
            "verdict");

    public MaskWords {
        own = Set.copyOf(own);
        namedByCallers = Set.copyOf(namedByCallers);
    }

    /** With those that each kind of evaluation declares: an answer may have the parts of several. */
    public static MaskWords of(Evaluations evaluations) {
        Set<String> own = new LinkedHashSet<>(OF_EVERY_ANSWER);
        Set<String> namedByCallers = new LinkedHashSet<>();
        for (Evaluation evaluation : evaluations.all()) {
            own.addAll(evaluation.ownWords());
            namedByCallers.addAll(evaluation.namedByCallers());
        }
        return new MaskWords(own, namedByCallers);
    }
}
