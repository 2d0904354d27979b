package dev.shipgate.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The fields by which masking tells the values of the service and of the rules from the values of callers.
 *
 * @param own fields whose texts are the service's or the rules' own: a caller could otherwise make a reason unreadable,
 *     with a label of that name
 * @param ownNumbers fields whose numbers the service counts or calculates itself: masking one that equals a masked
 *     number would reveal that number, as everybody can count again
 * @param namedByCallers fields whose members are named by callers
 */
public record MaskWords(Set<String> own, Set<String> ownNumbers, Set<String> namedByCallers) {

    /** Those that every answer has. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of(
            "decision_id",
            "evaluated_at",
            "file",
            "granted_by",
            "instance",
            "metadata",
            "missing",
            "reason",
            "rule",
            "ruleset",
            "title",
            "type",
            "until",
            "verdict",
            "waiver_id");

    /** How often and where a rule fired, and the status of a problem. */
    private static final Set<String> NUMBERS_OF_EVERY_ANSWER = Set.of("fired", "line", "status");

    public MaskWords {
        own = Set.copyOf(own);
        ownNumbers = Set.copyOf(ownNumbers);
        namedByCallers = Set.copyOf(namedByCallers);
    }

    /** With those that each kind of evaluation declares: an answer may have the parts of several. */
    public static MaskWords of(Evaluations evaluations) {
        Set<String> own = new LinkedHashSet<>(OF_EVERY_ANSWER);
        Set<String> ownNumbers = new LinkedHashSet<>(NUMBERS_OF_EVERY_ANSWER);
        Set<String> namedByCallers = new LinkedHashSet<>();
        for (Evaluation evaluation : evaluations.all()) {
            own.addAll(evaluation.ownWords());
            ownNumbers.addAll(evaluation.ownNumbers());
            namedByCallers.addAll(evaluation.namedByCallers());
        }
        return new MaskWords(own, ownNumbers, namedByCallers);
    }

    /** Whether a value of an answer is left as it is. */
    boolean keep(String field, JsonNode value) {
        return own.contains(field) || (value.isNumber() && ownNumbers.contains(field));
    }
}
