package dev.shipgate.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import java.io.IOException;
import java.io.PrintWriter;

/** Asks a service about decisions. */
public final class DecisionsClient {

    private DecisionsClient() {}

    /**
     * An answer that is there.
     *
     * @param expected a member that every such answer has
     * @throws CommandFailure when there is none
     */
    public static JsonNode answer(ServiceClient service, ServiceRequest request, String expected)
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

    /** Prints JSON for people. */
    public static void print(PrintWriter out, JsonNode json) throws IOException {
        out.println(CommandJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
        requireWritten(out);
    }

    /** What nobody could read is no answer. */
    public static void requireWritten(PrintWriter out) {
        if (out.checkError()) {
            throw CommandFailure.noAnswer("The answer could not be printed.");
        }
    }
}
