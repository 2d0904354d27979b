package dev.shipgate.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import java.io.IOException;

/** Asks a service, and reads its answer as JSON. */
public final class ServiceAnswer {

    private ServiceAnswer() {}

    /**
     * An answer that is there.
     *
     * @param expected a member that every such answer has
     * @throws CommandFailure when there is none
     */
    public static JsonNode json(ServiceClient service, ServiceRequest request, String expected)
            throws InterruptedException {
        try {
            JsonNode answer =
                    CommandJson.mapper().readTree(service.send(request).body());
            if (answer.has(expected)) {
                return answer;
            }
            throw unclear(expected);
        } catch (ServiceException e) {
            throw ServiceOptions.failure(e);
        } catch (IOException e) {
            throw unclear(expected);
        }
    }

    private static CommandFailure unclear(String expected) {
        return CommandFailure.noAnswer(
                "The answer has no " + expected + ". Maybe the address is not that of Shipgate?");
    }
}
