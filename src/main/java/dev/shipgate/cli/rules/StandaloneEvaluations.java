package dev.shipgate.cli.rules;

import dev.shipgate.capacity.Capacity;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.retrystorm.RetryStorms;
import java.util.ArrayList;
import java.util.List;

/** All kinds of evaluation, without the container that finds them in the service. */
public final class StandaloneEvaluations {

    private StandaloneEvaluations() {}

    public static List<Evaluation> all() {
        List<ReadinessPart> parts = List.of(new LoadGate(), new RetryStorms(), new Capacity());
        List<Evaluation> all = new ArrayList<>(parts);
        all.add(new Readiness(parts));
        return all;
    }

    /** The same, by name. */
    public static Evaluations named() {
        return new Evaluations(all());
    }
}
