package dev.shipgate.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.remote.ServiceClient;
import dev.shipgate.cli.remote.ServiceException;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.report.AnswerVerdict;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Has a service evaluate a request. The service records the decision. */
final class RemoteEvaluation {

    private RemoteEvaluation() {}

    /**
     * Sends a request.
     *
     * @param kind of evaluation
     * @param include a part of the answer that is left out unless asked for; null for none
     * @throws CommandFailure when no verdict came back
     */
    static JsonNode evaluate(
            String kind,
            @Nullable String include,
            byte[] request,
            ServiceClient service,
            @Nullable String idempotencyKey)
            throws InterruptedException {
        String path = "/v1/" + Evaluations.pathOf(kind) + (include == null ? "" : "?include=" + include);
        try {
            HttpResponse<byte[]> response = service.send(ServiceRequest.post(path, request, idempotencyKey));
            JsonNode answer = CommandJson.mapper().readTree(response.body());
            if (AnswerVerdict.of(answer) == AnswerVerdict.UNCLEAR || !isOfADecision(answer)) {
                throw unclear();
            }
            return answer;
        } catch (ServiceException e) {
            throw ServiceOptions.failure(e);
        } catch (IOException e) {
            throw unclear();
        }
    }

    private static boolean isOfADecision(JsonNode answer) {
        return answer.path("decision_id").isTextual()
                && answer.path("ruleset").path("version").isTextual();
    }

    private static CommandFailure unclear() {
        return CommandFailure.noAnswer("The answer has no clear verdict. Maybe the address is not that of Shipgate?");
    }
}
