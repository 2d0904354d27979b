package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The unit of durations that the name of a metric says, as {@code http_request_duration_seconds_bucket} does. */
final class UnitOfName {

    private static final String SECONDS = "seconds";
    private static final String MILLISECONDS = "milliseconds";

    private static final Map<String, String> UNITS = Map.of(
            SECONDS,
            SECONDS,
            MILLISECONDS,
            MILLISECONDS,
            "millis",
            MILLISECONDS,
            "ms",
            MILLISECONDS,
            "microseconds",
            "microseconds",
            "nanoseconds",
            "nanoseconds");

    private UnitOfName() {}

    /**
     * That names of metrics say no other unit than the field of a duration. A name that says several says nothing.
     *
     * @throws UnreadableResultException when one does: wrong by a factor of 1000, anything passes
     */
    static void require(MeasuredField field, Set<String> metrics) {
        for (String metric : metrics) {
            Set<String> units = Stream.of(metric.split("[_:]"))
                    .map(UNITS::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            if (units.size() == 1 && !units.contains(field.inSeconds() ? SECONDS : MILLISECONDS)) {
                throw contradiction(field, metric, units.iterator().next());
            }
        }
    }

    private static UnreadableResultException contradiction(MeasuredField field, String metric, String unit) {
        boolean isReadable = unit.equals(SECONDS) || unit.equals(MILLISECONDS);
        return new UnreadableResultException("The metric " + ShortText.line(metric) + " is of " + unit
                + ", by its name, and the field " + field.asGiven() + " is not. "
                + (isReadable
                        ? "Name the field " + field.inOtherUnit() + "."
                        : "Divide in the query, to get seconds, and name the field for them."));
    }
}
