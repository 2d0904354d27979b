package dev.shipgate.ingest.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.ingest.request.Importer;
import dev.shipgate.ingest.request.ReleaseFields;
import dev.shipgate.ingest.request.ReleaseFields.Mismatch;
import dev.shipgate.ingest.request.StepPlan;
import dev.shipgate.json.InvalidBodyException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of an import: fields of the release, and options for the file.
 *
 * @param release the fields and labels that it says of the release
 * @param route which route it is that a file measures as a whole; null when the mapping says it, or the file
 * @param by which tag, label or column names routes; null for the usual one
 * @param field which field a file has the figures of; null where the file says it
 * @param steps how a run is cut into steps; null when nobody says
 * @param mapping the name of a mapping beside the rules; null for the one of the format, if there is one
 */
record ImportQuery(
        ReleaseFields release,
        @Nullable String route,
        @Nullable String by,
        @Nullable String field,
        @Nullable StepPlan steps,
        @Nullable String mapping) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final int MAX_STEP_SECONDS = 86_400;

    /** Reads the query; the parameters note each problem. */
    static ImportQuery read(QueryParameters parameters, Importer importer) {
        return new ImportQuery(
                ReleaseFields.of(
                        parameters.text("service"),
                        parameters.text("environment"),
                        parameters.text("version"),
                        labels(parameters)),
                parameters.text("route"),
                parameters.text("by"),
                parameters.text("field"),
                importer.formats().stream().anyMatch(importer::takesSteps) ? steps(parameters) : null,
                parameters.matching("mapping", NAME, "a name of a-z, 0-9 and -"));
    }

    private static Map<String, String> labels(QueryParameters parameters) {
        List<String> labels = parameters.all("label", ReleaseFields.LABEL, ReleaseFields.A_LABEL).stream()
                .filter(ReleaseFields::isLabel)
                .toList();
        return ReleaseFields.labels(labels, detail -> parameters.wrong("label", detail));
    }

    private static @Nullable StepPlan steps(QueryParameters parameters) {
        Integer seconds = parameters.upTo("step_seconds", MAX_STEP_SECONDS);
        List<Integer> concurrency =
                parameters.parsed("concurrency", ImportQuery::wholeNumbers, "whole numbers, as in 50,100,150");
        if (seconds == null && concurrency != null) {
            parameters.wrong("concurrency", "is that of steps, but step_seconds does not say how long they are.");
        }
        return seconds == null ? null : new StepPlan(seconds * 1_000L, concurrency == null ? List.of() : concurrency);
    }

    private static List<Integer> wholeNumbers(String text) {
        return Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
    }

    /**
     * Puts the fields and labels of the release into the request of an evaluation.
     *
     * @throws InvalidBodyException when the request says something else
     */
    void addTo(ObjectNode request) {
        put(request, release.fields(), "");
        boolean canTakeLabels = !request.has(ReleaseFields.LABELS)
                || request.get(ReleaseFields.LABELS).isObject();
        if (!release.labels().isEmpty() && canTakeLabels) {
            put(request.withObjectProperty(ReleaseFields.LABELS), release.labels(), "label ");
        }
    }

    private static void put(ObjectNode object, Map<String, String> given, String parameters) {
        List<Mismatch> mismatches = ReleaseFields.mismatches(
                given,
                name -> object.path(name).isNull(),
                name -> object.has(name) ? object.get(name).asText() : null);
        if (!mismatches.isEmpty()) {
            Mismatch first = mismatches.get(0);
            throw InvalidBodyException.ofParameter(
                    parameters + first.name(),
                    "is \"" + first.given() + "\", but the part request says \"" + first.said() + "\".");
        }
        given.forEach(object::put);
    }
}
