package dev.shipgate.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.json.Problem;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A problem that a service answered (RFC 9457), as lines for people. */
final class ServiceProblem {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TYPES = "urn:shipgate:problem:";

    /** With these Shipgate says that the request is wrong, or asks for a resource that does not exist. */
    private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 404, 413, 422);

    /** With these it says that what the request is about is not as it must be. */
    private static final Set<String> ALSO_OF_THE_REQUEST =
            Set.of(TYPES + "release-not-markable", TYPES + "waiver-not-valid", TYPES + "too-many-waivers");

    private static final int REFUSED = 422;

    private ServiceProblem() {}

    static ServiceException of(int status, HttpHeaders headers, byte[] body) {
        String location = headers.firstValue("Location").orElse("");
        if (status >= 300 && status < 400) {
            return ServiceException.ofService(List.of("The service answered " + status + ", that it is elsewhere: "
                    + location + ". Nothing was sent there. Maybe that is the address to give?"));
        }
        JsonNode problem = problem(body);
        String type = problem.path("type").asText();
        if (!type.startsWith(TYPES)) {
            return ServiceException.ofService(List.of("The answer, with status " + status
                    + ", is not one of Shipgate. Maybe the address is that of something else, or of a proxy?"));
        }
        List<String> lines = lines(status, problem);
        if (status == REFUSED && type.equals(TYPES + "ruleset-refused")) {
            return ServiceException.ofRules(lines);
        }
        return OF_THE_REQUEST.contains(status) || ALSO_OF_THE_REQUEST.contains(type)
                ? ServiceException.ofRequest(lines)
                : ServiceException.ofService(lines);
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static List<String> lines(int status, JsonNode problem) {
        List<String> lines = new ArrayList<>();
        String detail = problem.path("detail").asText();
        lines.add("The service answered " + status + ": "
                + (detail.isEmpty() ? problem.path("title").asText() : detail));
        List<String> errors = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> errors.add(new Problem(
                                error.path("pointer").asText(),
                                error.path("detail").asText("."))
                        .toString()));
        // The detail of a single problem is that problem.
        if (!errors.equals(List.of(detail))) {
            lines.addAll(errors);
        }
        problem.path("diagnostics")
                .forEach(diagnostic -> lines.add(diagnostic.path("file").asText("rules") + ":"
                        + diagnostic.path("line").asInt() + ": "
                        + diagnostic.path("message").asText()));
        lines.addAll(FailedRule.lines(problem));
        if (problem.has("decision_id")) {
            lines.add("Decision " + problem.path("decision_id").asText());
        }
        return lines;
    }
}
