package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.confinement.inspect.ConfinementViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells where in the rule files the things are that rules may not use. */
final class ViolationPlaces {

    /** The advice on the code to write instead, by the beginning of the name that is not allowed. */
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("java.lang.System.", "A rule sees facts, and nothing of the machine."),
            Map.entry("java.time.", "Time is a fact: take it from the request."),
            Map.entry(
                    "java.util.Date",
                    "Time is a fact: take it from the request, and use java.time.LocalDate or Instant."),
            Map.entry("java.util.Set.of", "Its order is another each time. Maybe List.of, or new TreeSet()?"),
            Map.entry("java.util.Map.of", "Its order is another each time. Maybe new TreeMap()?"),
            Map.entry("java.util.stream.", "Maybe accumulate, or a loop?"),
            Map.entry("java.util.List.stream", "Maybe accumulate, or a loop?"),
            Map.entry("java.lang.Object.hashCode", "It is another each time."),
            Map.entry("an array of arrays", "Maybe a list of lists?"),
            Map.entry("org.drools.", "Maybe insert, update, modify or delete?"),
            Map.entry("org.kie.", "Maybe insert, update, modify or delete?"),
            Map.entry("synchronized", "A rule is alone with its facts."));

    private static final String CODE = "not-allowed";
    private static final Pattern NO_NAME = Pattern.compile("\\W+");

    private final CodePlaces places;

    ViolationPlaces(CodePlaces places) {
        this.places = places;
    }

    /** One diagnostic for each thing in each rule. */
    List<Diagnostic> diagnostics(List<ConfinementViolation> violations) {
        return violations.stream().map(this::diagnostic).distinct().toList();
    }

    private Diagnostic diagnostic(ConfinementViolation violation) {
        String message = "Rules must not use " + violation.what() + ". " + hint(violation.what());
        return places.error(violation.className(), violation.method(), names(violation), CODE, message);
    }

    /** The name of the member, or else that of its type. */
    private static List<Pattern> names(ConfinementViolation violation) {
        List<String> names = List.of(NO_NAME.split(violation.what(), 0));
        List<Pattern> patterns = new ArrayList<>();
        for (int i = names.size() - 1; i >= Math.max(0, names.size() - 2); i--) {
            patterns.add(Pattern.compile("\\b" + Pattern.quote(names.get(i)) + "\\b"));
        }
        return patterns;
    }

    private static String hint(String what) {
        return HINTS.entrySet().stream()
                .filter(hint -> what.startsWith(hint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("They see facts and compute with them; docs/security.md lists what they may use.");
    }
}
