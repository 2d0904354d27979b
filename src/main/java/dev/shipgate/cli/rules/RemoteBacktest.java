package dev.shipgate.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.remote.ServiceClient;
import dev.shipgate.cli.remote.ServiceException;
import dev.shipgate.cli.remote.ServiceRequest;
import dev.shipgate.policy.RulesetFiles;
import java.io.IOException;
import java.util.UUID;

/** A backtest that a service runs, over its own decisions. */
final class RemoteBacktest {

    private static final String PATH = "/v1/backtests";
    private static final int LOOK_MILLIS = 500;
    private static final int PAGE = 500;

    private final ServiceClient service;
    private final ObjectMapper json = CommandJson.mapper();

    RemoteBacktest(ServiceClient service) {
        this.service = service;
    }

    /**
     * Has it run to its end; a command that is ended before has the service cancel it.
     *
     * @return the answer of the service, with all flips that it keeps
     * @throws ServiceException when there is none
     */
    JsonNode run(RulesetFiles files, DecisionSelection selection, BacktestProgress progress)
            throws ServiceException, InterruptedException, IOException {
        byte[] body = json.writeValueAsBytes(request(files, selection));
        String path = PATH + "/" + id(answer(ServiceRequest.begin(PATH, body)), "backtest_id");
        CancelledOnExit exit = new CancelledOnExit(service, path);
        try {
            awaitEnd(path, progress);
        } finally {
            exit.over();
        }
        return whole(path);
    }

    private void awaitEnd(String path, BacktestProgress progress)
            throws ServiceException, InterruptedException, IOException {
        JsonNode now = answer(ServiceRequest.get(path + "?limit=1"));
        while (now.path("state").asText().equals("running")) {
            progress.show(now.path("evaluated").asLong(), now.path("total").asLong(), flips(now.path("summary")));
            Thread.sleep(LOOK_MILLIS);
            now = answer(ServiceRequest.get(path + "?limit=1"));
        }
    }

    private ObjectNode request(RulesetFiles files, DecisionSelection selection) {
        ObjectNode request = json.createObjectNode();
        ObjectNode texts = request.putObject("files");
        files.files().forEach(file -> texts.put(file.path(), file.text()));
        request.setAll((ObjectNode) json.valueToTree(selection));
        return request;
    }

    private static long flips(JsonNode summary) {
        return summary.path("pass_to_block").asLong()
                + summary.path("block_to_pass").asLong()
                + summary.path("to_error").asLong()
                + summary.path("from_error").asLong();
    }

    /** Nothing else gets into a path. */
    private static UUID id(JsonNode answer, String field) {
        try {
            return UUID.fromString(answer.path(field).asText());
        } catch (IllegalArgumentException e) {
            throw unclear();
        }
    }

    private JsonNode whole(String path) throws ServiceException, InterruptedException, IOException {
        JsonNode first = answer(ServiceRequest.get(path + "?limit=" + PAGE));
        ArrayNode flips = (ArrayNode) first.withArray("flips");
        JsonNode page = first;
        while (page.hasNonNull("next_cursor")) {
            page = answer(ServiceRequest.get(path + "?limit=" + PAGE + "&cursor=" + id(page, "next_cursor")));
            flips.addAll((ArrayNode) page.withArray("flips"));
        }
        return ((ObjectNode) first).putNull("next_cursor");
    }

    private JsonNode answer(ServiceRequest request) throws ServiceException, InterruptedException, IOException {
        JsonNode answer = json.readTree(service.send(request).body());
        if (!answer.has("backtest_id") || !answer.path("state").isTextual()) {
            throw unclear();
        }
        return answer;
    }

    private static CommandFailure unclear() {
        return CommandFailure.noAnswer(
                "The answer is not that of a backtest. Maybe the address is not that of Shipgate?");
    }
}
