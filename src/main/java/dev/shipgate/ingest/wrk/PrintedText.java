package dev.shipgate.ingest.wrk;

import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.RisingPercentiles;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text that wrk prints of a run. With {@code --latency} it has the 50th, 75th, 90th and 99th percentile, between
 * the last two of which the 95th is; without, it has none.
 *
 * @param measured the bounds of the 95th percentile, how many requests there were, and how many failed
 */
record PrintedText(Summary measured, List<String> notes) {

    private static final Pattern PERCENTILE =
            Pattern.compile(" +(\\d{1,2}(?:\\.\\d+)?)% +(\\d+(?:\\.\\d+)?)(us|ms|s|m|h) *");

    private static final Pattern REQUESTS = Pattern.compile(" +(\\d{1,15}) requests in .*");

    private static final Pattern SOCKET_ERRORS = Pattern.compile(
            " +Socket errors: connect (\\d{1,15}), read (\\d{1,15}), write (\\d{1,15}), timeout (\\d{1,15}) *");

    private static final Pattern BAD_STATUS = Pattern.compile(" +Non-2xx or 3xx responses: (\\d{1,15}) *");

    /** The last line of a whole text. */
    private static final Pattern LAST = Pattern.compile("Transfer/sec: +\\d+(\\.\\d+)?[KMGTP]?B");

    static PrintedText read(List<String> lines, @Nullable String mappedP95) {
        if (lines.stream().noneMatch(line -> LAST.matcher(line).matches())) {
            throw new UnreadableResultException(
                    "There is no line \"Transfer/sec\", which wrk prints at its end. Is the file cut off?");
        }
        WrkCounts counts = counts(lines)
                .orElseThrow(() ->
                        new UnreadableResultException("There is no line \"... requests in ...\", which wrk prints."));
        if (counts.badStatus() > counts.responses()) {
            throw new UnreadableResultException("There are " + counts.responses() + " requests, but "
                    + counts.badStatus() + " responses with a bad status.");
        }
        return new PrintedText(
                counts.summary(p95(percentiles(lines), mappedP95, counts.inTime(), counts.others())),
                WithoutLatency.notes(counts.late(), counts.withoutResponse()));
    }

    /** The requests and errors that it counts; empty where there is no such text. */
    static Optional<WrkCounts> counts(List<String> lines) {
        Matcher requests = only(lines, REQUESTS);
        Matcher errors = only(lines, SOCKET_ERRORS);
        Matcher status = only(lines, BAD_STATUS);
        return requests == null
                ? Optional.empty()
                : Optional.of(new WrkCounts(
                        count(requests, 1),
                        count(status, 1),
                        count(errors, 1),
                        count(errors, 2),
                        count(errors, 3),
                        count(errors, 4)));
    }

    /** wrk leaves lines of nothing out. */
    private static long count(@Nullable Matcher line, int group) {
        return line == null ? 0 : Long.parseLong(line.group(group));
    }

    /** A printed duration is rounded: a lower bound is the lowest that is printed so, and an upper one the highest. */
    private static P95 p95(Map<String, Printed> printed, @Nullable String mappedP95, long inTime, long others) {
        Map<String, Double> percents = new LinkedHashMap<>();
        printed.keySet().forEach(name -> percents.put(name, Double.valueOf(name.substring(0, name.length() - 1))));
        RisingPercentiles.require(
                "the latencies",
                percents,
                name -> ofNullable(printed.get(name), Printed::highestMs),
                RisingPercentiles.WAS_IT_CHANGED);
        ChosenPercentile field = ChosenPercentile.p95(mappedP95, "95%", percents);
        P95 lowest = new ToolPercentiles(percents, name -> ofNullable(printed.get(name), Printed::lowestMs))
                .ofAll(field, inTime, others);
        P95 highest = new ToolPercentiles(percents, name -> ofNullable(printed.get(name), Printed::highestMs))
                .ofAll(field, inTime, others);
        return highest.ms() == null || lowest.ms() == null
                ? P95.between(lowest.atLeastMs(), highest.atMostMs())
                : P95.within((lowest.ms() + highest.ms()) / 2, lowest.ms(), highest.ms());
    }

    private static @Nullable Double ofNullable(@Nullable Printed printed, Function<Printed, Double> bound) {
        return printed == null ? null : bound.apply(printed);
    }

    private static Map<String, Printed> percentiles(List<String> lines) {
        Map<String, Printed> percentiles = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher percentile = PERCENTILE.matcher(line);
            if (percentile.matches()
                    && percentiles.put(percentile.group(1) + "%", Printed.of(percentile.group(2), percentile.group(3)))
                            != null) {
                throw severalRuns();
            }
        }
        return percentiles;
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
                "The text is of several runs of wrk, or of wrk2 with -U, whose percentiles cannot be combined. Give one file "
                        + "for each run.");
    }
}
