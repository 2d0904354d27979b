package dev.shipgate.decision;

import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * The load gate without its rules: reads a request with the same reader, and answers what the rules said of
 * the first one. What is left is the cost of HTTP and JSON.
 */
@Path("/bench/load-gate-without-rules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PrebuiltAnswerResource {

    private final Decisions decisions;
    private final Evaluation loadGate;
    private volatile @Nullable DecisionResponse prebuilt;

    PrebuiltAnswerResource(Decisions decisions, Instance<Evaluation> evaluations) {
        this.decisions = decisions;
        this.loadGate = evaluations.stream()
                .filter(evaluation -> evaluation.kind().equals("load_gate"))
                .findFirst()
                .orElseThrow();
    }

    @POST
    public DecisionResponse answer(byte[] body) {
        DecisionResponse answer = prebuilt;
        if (answer == null) {
            answer = decisions.decide(loadGate, body);
            prebuilt = answer;
            return answer;
        }
        JsonObject fields = StrictJson.object(body);
        loadGate.read(fields, Release.read(fields));
        fields.rejectUnknown();
        fields.problems().throwIfAny();
        return answer;
    }
}
