package dev.shipgate.decision;

import dev.shipgate.report.AnswerLines;
import dev.shipgate.report.ReportedKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of evaluation, by name. */
@ApplicationScoped
public class Evaluations {

    private final Map<String, Evaluation> byKind = new LinkedHashMap<>();
    private final Map<String, Evaluation> byPath = new LinkedHashMap<>();

    public Evaluations(@All List<Evaluation> all) {
        all.forEach(evaluation -> {
            byKind.put(evaluation.kind(), evaluation);
            byPath.put(pathOf(evaluation.kind()), evaluation);
        });
    }

    /** The last part of a kind's path: {@code load-gate} of {@code load_gate}. Every kind has the path of its name. */
    public static String pathOf(String kind) {
        return kind.replace('_', '-');
    }

    /** All kinds. */
    public Collection<Evaluation> all() {
        return byKind.values();
    }

    /**
     * How the answers of a kind are told; of a kind that there is no more, no more than its verdict and its reasons.
     */
    public ReportedKind reported(String kind) {
        Evaluation evaluation = byKind.get(kind);
        return evaluation == null ? new ReportedKind(kind, pathOf(kind), AnswerLines.REASONS) : evaluation.reported();
    }

    /** The names of all kinds, sorted. */
    public List<String> kinds() {
        return byKind.keySet().stream().sorted().toList();
    }

    /**
     * The evaluation of a name.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public Evaluation ofKind(String kind) {
        return Optional.ofNullable(byKind.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("No such kind of evaluation: " + kind));
    }

    /** Whether an evaluation has this path. */
    public boolean hasPath(String path) {
        return byPath.containsKey(path);
    }

    /**
     * The evaluation of a path.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Evaluation atPath(String path) {
        return Optional.ofNullable(byPath.get(path))
                .orElseThrow(() -> new IllegalArgumentException("No evaluation has the path " + path));
    }
}
