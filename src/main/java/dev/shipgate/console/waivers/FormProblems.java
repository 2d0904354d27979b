package dev.shipgate.console.waivers;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The problems with what somebody sent by a form, each beside its field.
 *
 * @param general those of the form as a whole
 * @param byField sentences by the name of the field
 */
record FormProblems(List<String> general, Map<String, String> byField) {

    /** There are none. */
    static final FormProblems NONE = new FormProblems(List.of(), Map.of());

    static FormProblems of(InvalidBodyException failure, Map<String, String> labels) {
        return of(List.of(), failure.problems(), labels);
    }

    /** @param labels of the fields of the form, by their names */
    static FormProblems of(HttpProblem failure, Map<String, String> labels) {
        List<Problem> problems = failure.getParameters().get("errors") instanceof List<?> errors
                ? errors.stream()
                        .filter(Problem.class::isInstance)
                        .map(Problem.class::cast)
                        .toList()
                : List.of();
        return of(List.of(Objects.requireNonNullElse(failure.getDetail(), "")), problems, labels);
    }

    private static FormProblems of(List<String> said, List<Problem> problems, Map<String, String> labels) {
        List<String> general = new ArrayList<>(said);
        Map<String, String> byField = new HashMap<>();
        for (Problem problem : problems) {
            String field = problem.pointer().replaceFirst("^/", "");
            String label = labels.get(field);
            if (label == null) {
                general.add(problem.toString());
            } else {
                byField.putIfAbsent(field, sentence(label, problem.detail()));
            }
        }
        return new FormProblems(general, byField);
    }

    private static String sentence(String label, String detail) {
        return Character.isUpperCase(detail.codePointAt(0)) ? detail : label + " " + detail;
    }

    /** Whether there are any. */
    public boolean isAny() {
        return !general.isEmpty() || !byField.isEmpty();
    }

    /** The one of a field, or the empty text. */
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }
}
