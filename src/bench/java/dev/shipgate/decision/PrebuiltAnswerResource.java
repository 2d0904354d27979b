package dev.shipgate.decision;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.shipgate.access.Roles;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.firing.FiringCount;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The load gate without its rules: reads each request with the same reader, and gives it the answer that the rules
 * gave to the first request. The remaining cost is that of HTTP and JSON.
 */
@RolesAllowed(Roles.EVALUATE)
@Path("/bench/load-gate-without-rules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PrebuiltAnswerResource {

    private final ActiveRuleset rulesets;
    private final Evaluator evaluator;
    private final AnswerFormat format;
    private final Evaluation loadGate;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private volatile @Nullable Prebuilt prebuilt;

    PrebuiltAnswerResource(
            ActiveRuleset rulesets, Evaluator evaluator, AnswerFormat format, Evaluations evaluations) {
        this.rulesets = rulesets;
        this.evaluator = evaluator;
        this.format = format;
        this.loadGate = evaluations.ofKind("load_gate");
    }

    private record Prebuilt(String rulesetVersion, Answer answer) {}

    @POST
    public byte[] answer(byte[] body) {
        Prebuilt known = prebuilt;
        if (known == null) {
            known = evaluate(body);
            prebuilt = known;
        } else {
            JsonObject fields = StrictJson.object(body);
            loadGate.read(fields, Release.read(fields), null);
            fields.rejectUnknown();
            fields.problems().throwIfAny();
        }
        return format.answer(DecisionResponse.of(
                ids.generate(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                known.rulesetVersion(),
                known.answer(),
                FiringCount.of(known.answer().firings())));
    }

    private Prebuilt evaluate(byte[] body) {
        try (RulesetLease rules = rulesets.lease()) {
            EvaluationContext context = EvaluationContext.at(Instant.now(), ZoneOffset.UTC);
            return new Prebuilt(
                    rules.version(), Evaluator.read(loadGate, body, null).answer(rules, context));
        }
    }
}
