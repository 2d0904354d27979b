package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.confinement.inspect.EvidenceLoss;
import java.util.List;
import java.util.regex.Pattern;

/** Tells where rules would take evidence away, and suggests another way to write them. */
final class EvidencePlaces {

    private static final String CODE = "evidence-lost";

    private static final String EVIDENCE =
            " What was measured, what the caller asked for and what rules found is evidence, and stays. ";

    private final CodePlaces places;

    EvidencePlaces(CodePlaces places) {
        this.places = places;
    }

    /** One diagnostic for each call in each rule. */
    List<Diagnostic> diagnostics(List<EvidenceLoss> losses) {
        return losses.stream().map(this::diagnostic).distinct().toList();
    }

    private Diagnostic diagnostic(EvidenceLoss loss) {
        return places.error(loss.className(), loss.method(), List.of(asWritten(loss.call())), CODE, message(loss));
    }

    private static Pattern asWritten(EvidenceLoss.Call call) {
        return switch (call) {
            case DELETE -> Pattern.compile("\\b(?:delete|retract)\\b");
            case UPDATE -> Pattern.compile("\\b(?:update|modify)\\b");
            case INSERT_LOGICAL -> Pattern.compile("\\b(?:insertLogical|logicalInsert)\\b");
        };
    }

    private static String message(EvidenceLoss loss) {
        String type = loss.type();
        if (type == null) {
            return "What this " + verb(loss.call()) + " could be any kind of fact, also a finding." + EVIDENCE
                    + "Maybe give the fact its kind, such as $budget : Budget()?";
        }
        return "This " + verb(loss.call()) + " a " + type + "." + EVIDENCE + instead(loss.call(), type);
    }

    private static String verb(EvidenceLoss.Call call) {
        return switch (call) {
            case DELETE -> "deletes";
            case UPDATE -> "changes";
            case INSERT_LOGICAL -> "inserts, until its reason ends,";
        };
    }

    private static String instead(EvidenceLoss.Call call, String type) {
        return switch (call) {
            case DELETE, UPDATE ->
                "Maybe another condition in the rule that inserts the " + type
                        + ", such as not Release(service == \"...\")?";
            case INSERT_LOGICAL -> "Maybe insert(...), with a salience below that of the rules it waits for?";
        };
    }
}
