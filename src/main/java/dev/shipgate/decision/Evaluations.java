package dev.shipgate.decision;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All kinds of evaluation, by name. */
@ApplicationScoped
public class Evaluations {

    private final List<Evaluation> all;

    public Evaluations(@All List<Evaluation> all) {
        this.all = all;
    }

    /** The names of all kinds, sorted. */
    public List<String> kinds() {
        return all.stream().map(Evaluation::kind).sorted().toList();
    }

    /**
     * The evaluation of a name.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public Evaluation ofKind(String kind) {
        return all.stream()
                .filter(evaluation -> evaluation.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind of evaluation: " + kind));
    }
}
