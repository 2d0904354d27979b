package dev.shipgate.ingest.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An answer of {@code /api/v1/query} or {@code /api/v1/query_range}.
 *
 * @param series at least one
 * @param metrics the names of metrics, where the query has kept them
 * @param remarks the warnings and infos that the server found worth telling, in its words
 */
record QueryAnswer(List<PrometheusSeries> series, Set<String> metrics, List<String> remarks) {

    /**
     * The start of a remark of the language itself. Any other warning is of a part of the system that did not answer.
     */
    private static final String OF_THE_LANGUAGE = "PromQL ";

    /** As many as Prometheus gives of one kind. */
    private static final int MAX_REMARKS = 10;

    /**
     * Reads an answer.
     *
     * @throws UnreadableResultException when it is none, has an error, is partial, or has found nothing
     */
    static QueryAnswer read(InputStream file) throws IOException {
        JsonNode answer = JsonDocument.read(file);
        requireSuccess(answer);
        List<String> warnings = texts(answer, "warnings");
        warnings.forEach(QueryAnswer::requireNothingMissing);
        List<PrometheusSeries> series = SeriesReader.read(answer.path("data"));
        if (series.isEmpty()) {
            throw new UnreadableResultException("The query has found nothing, which says nothing of any route. Is the "
                    + "name of the metric right, and was there traffic at that time?");
        }
        return new QueryAnswer(
                series,
                SeriesReader.names(answer.path("data")),
                Stream.concat(warnings.stream(), texts(answer, "infos").stream())
                        .limit(MAX_REMARKS)
                        .toList());
    }

    /** @throws UnreadableResultException when the query has failed, or a part of the queried system did not answer */
    static void requireSuccess(JsonNode answer) {
        String status = answer.path("status").asText();
        if (status.equals("error")) {
            String type = answer.path("errorType").asText();
            throw new UnreadableResultException("The query has failed: " + (type.isEmpty() ? "" : type + ": ")
                    + ShortText.line(answer.path("error").asText()) + ".");
        }
        if (!status.equals("success")) {
            throw new UnreadableResultException("\"status\" must be \"success\", but is "
                    + ShortText.line(answer.path("status").toString())
                    + ". Is this an answer of the HTTP API of Prometheus?");
        }
        if (answer.path("isPartial").asBoolean()) {
            throw partial("\"isPartial\" is true");
        }
    }

    private static void requireNothingMissing(String warning) {
        if (!warning.startsWith(OF_THE_LANGUAGE)) {
            throw partial(warning);
        }
    }

    private static UnreadableResultException partial(String why) {
        return new UnreadableResultException("The answer may lack a part of what was measured: " + ShortText.line(why)
                + ". Ask again, without partial responses.");
    }

    private static List<String> texts(JsonNode answer, String field) {
        List<String> texts = new ArrayList<>();
        answer.path(field).forEach(text -> texts.add(ShortText.line(text.asText())));
        return texts;
    }
}
