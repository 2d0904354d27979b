package dev.shipgate.loadgate;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.policy.RuleRun;
import java.time.Instant;
import java.time.ZoneOffset;

/** Answers of the load gate where the service knows nothing but the time. */
final class GateAnswers {

    private GateAnswers() {}

    static LoadGateAnswer of(LoadGateRequest request, RuleRun run) {
        return LoadGateAnswerBuilder.of(request, run, EvaluationContext.at(Instant.EPOCH, ZoneOffset.UTC));
    }
}
