package dev.shipgate.ingest.gatling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.ConfiguredPercentiles;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code stats.json}: the figures that Gatling's report has of each request, and of groups, which are left out. */
final class Statistics {

    private static final List<String> PERCENTILES = List.of(
            "minResponseTime", "percentiles1", "percentiles2", "percentiles3", "percentiles4", "maxResponseTime");

    private static final String RANKS = "the percentiles are the 50th, 75th, 95th and 99th. Import simulation.log.";

    private static final List<String> GROUPS = List.of("group1", "group2", "group3", "group4");

    private static final int MAX_DEPTH = 100;

    private final ConfiguredPercentiles percentiles;
    private final GatlingNaming naming;
    private final ResultSink sink;
    private final Set<String> names = new HashSet<>();
    private long requests;
    private long failures;

    /**
     * Reads into a sink.
     *
     * @param p95 which field is the 95th percentile; null for the one that is with the default configuration
     */
    Statistics(@Nullable String p95, GatlingNaming naming, ResultSink sink) {
        this.percentiles = new ConfiguredPercentiles("Gatling", PERCENTILES, RANKS, p95);
        this.naming = naming;
        this.sink = sink;
    }

    Provenance read(InputStream in) throws IOException {
        JsonNode document = JsonDocument.read(in);
        if (document.has("contents")) {
            group(document, List.of());
            requireTotals(document.path("stats"));
        } else {
            sink.summary(
                    ResultSink.WHOLE_TEST,
                    summary(document.has("stats") ? document.get("stats") : document, "All Requests"));
        }
        return new Provenance(
                "gatling", null, "stats.json", method(), "KO: no answer, or a check of the simulation failed");
    }

    private String method() {
        String taken = percentiles.taken();
        return "Gatling: " + taken + " of all requests, failed ones included, estimated (t-digest). It is the "
                + percentiles.rank() + " unless gatling.conf says otherwise (indicators."
                + taken.replace("percentiles", "percentile") + "), which the file does not tell";
    }

    private void group(JsonNode group, List<String> path) {
        if (path.size() > MAX_DEPTH) {
            throw new UnreadableResultException("There are more than " + MAX_DEPTH + " groups within each other.");
        }
        for (JsonNode element : group.path("contents")) {
            String type = element.path("type").asText();
            String name = text(element);
            if (type.equals("GROUP")) {
                List<String> inner = new ArrayList<>(path);
                inner.add(name);
                group(element, inner);
            } else if (type.equals("REQUEST")) {
                request(path, name, element.path("stats"));
            } else {
                throw new UnreadableResultException(
                        "The type of \"" + name + "\" is \"" + type + "\". It must be GROUP or REQUEST.");
            }
        }
    }

    /** The outermost group has the numbers of all requests, as Gatling adds them up. */
    private void requireTotals(JsonNode all) {
        if (all.path("numberOfRequests").hasNonNull("total")) {
            requireTotal("requests", count(all, "total", "All Requests"), requests);
            requireTotal("failed requests", count(all, "ko", "All Requests"), failures);
        }
    }

    private static void requireTotal(String what, long total, long ofRequests) {
        if (total != ofRequests) {
            throw new UnreadableResultException("\"stats\" of all requests has " + total + " " + what
                    + ", but the requests in \"contents\" have " + ofRequests + " together.");
        }
    }

    private static String text(JsonNode element) {
        JsonNode name = element.path("name");
        if (!name.isTextual()) {
            throw new UnreadableResultException("An element of \"contents\" has no \"name\".");
        }
        return name.textValue();
    }

    private void request(List<String> groups, String request, JsonNode stats) {
        requests += count(stats, "total", request);
        failures += count(stats, "ko", request);
        Optional<String> name = naming.name(groups, request);
        if (name.isEmpty()) {
            sink.leftOut(LogEvents.NO_GROUP, request, count(stats, "total", request), count(stats, "ko", request));
            return;
        }
        if (!names.add(name.get())) {
            throw new UnreadableResultException(
                    "\"" + name.get() + "\" names more than one request, and their percentiles "
                            + "cannot be combined. Name them by: path, or import simulation.log.");
        }
        sink.summary(name.get(), summary(stats, request));
    }

    private Summary summary(JsonNode stats, String name) {
        long samples = count(stats, "total", name);
        long failed = count(stats, "ko", name);
        if (samples != failed + count(stats, "ok", name)) {
            throw new UnreadableResultException(
                    "\"numberOfRequests\" of \"" + name + "\" is " + samples + ", which ok and ko do not add up to.");
        }
        requireGroups(stats, name, samples, failed);
        return Summary.ofCounts(samples == 0 ? null : p95(stats, name), samples, failed);
    }

    /** Gatling counts requests again by how long they took, and those that failed as the last of these groups. */
    private static void requireGroups(JsonNode stats, String name, long samples, long failed) {
        long inGroups = 0;
        Long last = null;
        for (String group : GROUPS) {
            last = JsonDocument.count(stats.path(group), "count");
            if (last == null) {
                return;
            }
            inGroups += last;
        }
        if (inGroups != samples || (last != null && last != failed)) {
            throw new UnreadableResultException("\"group1\" to \"group4\" of \"" + name + "\" have " + inGroups
                    + " requests, " + last + " of them failed, but \"numberOfRequests\" has " + samples + " and "
                    + failed
                    + ".");
        }
    }

    private static long count(JsonNode stats, String which, String name) {
        Long count = JsonDocument.count(stats.path("numberOfRequests"), which);
        if (count == null) {
            throw new UnreadableResultException("\"numberOfRequests\" of \"" + name + "\" has no \"" + which + "\".");
        }
        return count;
    }

    private @Nullable Double p95(JsonNode stats, String name) {
        return percentiles.value(name, field -> JsonDocument.number(stats.path(field), "total"));
    }
}
