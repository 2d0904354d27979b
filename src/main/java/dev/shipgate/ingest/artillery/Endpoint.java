package dev.shipgate.ingest.artillery;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The counts of the plugin metrics-by-endpoint for one endpoint.
 *
 * @param name as the plugin made it of the address and the name of a request
 * @param responses of any status
 * @param badStatus those with a status of 400 or above
 * @param errors requests that ended without a response, or with a failed capture
 */
record Endpoint(String name, @Nullable Double p95Ms, long responses, long badStatus, long errors) {

    /** The namespace of the plugin's metrics, unless its setting metricsNamespace says another. */
    private static final String NAMESPACE = "plugins.metrics-by-endpoint";

    private static final String CODES = ".codes.";
    private static final String ERRORS = ".errors.";

    /** All of a report, by name; none without the plugin. */
    static Collection<Endpoint> all(ArtilleryReport report, @Nullable String namespace) {
        String prefix = (namespace == null ? NAMESPACE : namespace) + ".";
        Map<String, Endpoint> endpoints = new TreeMap<>();
        String times = prefix + "response_time.";
        for (String summary : report.summaryNames()) {
            if (summary.startsWith(times)) {
                String name = summary.substring(times.length());
                endpoints.put(name, new Endpoint(name, report.p95Ms(summary), 0, 0, 0));
            }
        }
        for (String counter : report.counterNames()) {
            if (counter.startsWith(prefix)) {
                count(endpoints, counter.substring(prefix.length()), report.counter(counter));
            }
        }
        endpoints.values().forEach(endpoint -> report.requireTimes(times + endpoint.name, endpoint.responses));
        return endpoints.values();
    }

    private static void count(Map<String, Endpoint> endpoints, String counter, long count) {
        int codes = counter.lastIndexOf(CODES);
        int errors = counter.lastIndexOf(ERRORS);
        if (codes > errors) {
            boolean isBad = Failures.isBad(counter.substring(codes + CODES.length()));
            endpoints.merge(
                    counter.substring(0, codes),
                    new Endpoint(counter.substring(0, codes), null, count, isBad ? count : 0, 0),
                    Endpoint::and);
        } else if (errors >= 0) {
            endpoints.merge(
                    counter.substring(0, errors),
                    new Endpoint(counter.substring(0, errors), null, 0, 0, count),
                    Endpoint::and);
        }
    }

    private Endpoint and(Endpoint counted) {
        return new Endpoint(
                name, p95Ms, responses + counted.responses, badStatus + counted.badStatus, errors + counted.errors);
    }

    long requests() {
        return responses + errors;
    }
}
