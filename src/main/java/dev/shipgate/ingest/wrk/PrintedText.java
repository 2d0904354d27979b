package dev.shipgate.ingest.wrk;

import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.P95Field;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What wrk prints of a run. With {@code --latency} it has the 50th, 75th, 90th and 99th percentile, between the last two of
 * which the 95th is; without, it has none.
 *
 * @param measured the bounds of the 95th percentile, how many requests there were, and how many failed
 */
record PrintedText(Summary measured) {

    private static final Pattern PERCENTILE =
            Pattern.compile(" +(\\d{1,2}(?:\\.\\d+)?)% +(\\d+(?:\\.\\d+)?)(us|ms|s|m|h) *");

    private static final Pattern REQUESTS = Pattern.compile(" +(\\d{1,15}) requests in .*");

    private static final Pattern SOCKET_ERRORS = Pattern.compile(
            " +Socket errors: connect (\\d{1,15}), read (\\d{1,15}), write (\\d{1,15}), timeout (\\d{1,15}) *");

    private static final Pattern BAD_STATUS = Pattern.compile(" +Non-2xx or 3xx responses: (\\d{1,15}) *");

    /** The last line of a whole text. */
    private static final Pattern LAST = Pattern.compile("Transfer/sec: +\\d+(\\.\\d+)?[KMGTP]?B");

    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1e3, "m", 60e3, "h", 3_600e3);

    static PrintedText read(List<String> lines, @Nullable String mappedP95) {
        if (lines.stream().noneMatch(line -> LAST.matcher(line).matches())) {
            throw new UnreadableResultException(
                    "There is no line \"Transfer/sec\", which wrk prints at its end. Is the file cut off?");
        }
        Matcher requests = only(lines, REQUESTS);
        if (requests == null) {
            throw new UnreadableResultException("There is no line \"... requests in ...\", which wrk prints.");
        }
        long responses = Long.parseLong(requests.group(1));
        Matcher errors = only(lines, SOCKET_ERRORS);
        Matcher status = only(lines, BAD_STATUS);
        long late = errors == null ? 0 : Long.parseLong(errors.group(4));
        long withoutResponse = errors == null ? 0 : sum(errors, 1, 2, 3);
        long bad = status == null ? 0 : Long.parseLong(status.group(1));
        if (bad > responses) {
            throw new UnreadableResultException(
                    "There are " + responses + " requests, but " + bad + " responses with a bad status.");
        }
        P95 p95 = p95(percentiles(lines), mappedP95);
        return new PrintedText(Summary.ofCounts(
                // wrk leaves late responses out of its latencies, so that nothing is an upper bound.
                late == 0 ? p95 : P95.between(responses > late ? p95.atLeastMs() : null, null),
                responses + withoutResponse,
                Math.min(responses, bad + late) + withoutResponse));
    }

    private static P95 p95(Map<String, Double> ms, @Nullable String mappedP95) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        ms.keySet().forEach(name -> percentiles.put(name, Double.valueOf(name.substring(0, name.length() - 1))));
        P95Field field = P95Field.of(mappedP95, "95%", percentiles);
        return ms.containsKey(field.name())
                ? P95.of(ms.get(field.name()))
                : P95Field.between(percentiles, name -> ms.get(name));
    }

    private static Map<String, Double> percentiles(List<String> lines) {
        Map<String, Double> ms = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher percentile = PERCENTILE.matcher(line);
            if (percentile.matches()) {
                double value = Double.parseDouble(percentile.group(2)) * MILLIS.getOrDefault(percentile.group(3), 1.0);
                if (ms.put(percentile.group(1) + "%", value) != null) {
                    throw severalRuns();
                }
            }
        }
        return ms;
    }

    private static @Nullable Matcher only(List<String> lines, Pattern pattern) {
        Matcher found = null;
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                if (found != null) {
                    throw severalRuns();
                }
                found = matcher;
            }
        }
        return found;
    }

    private static UnreadableResultException severalRuns() {
        return new UnreadableResultException(
                "The text is of several runs of wrk, whose percentiles cannot be combined. Give one file for each.");
    }

    private static long sum(Matcher matcher, int... groups) {
        long sum = 0;
        for (int group : groups) {
            sum += Long.parseLong(matcher.group(group));
        }
        return sum;
    }
}
