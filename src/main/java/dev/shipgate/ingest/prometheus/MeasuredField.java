package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The field of routes that an answer measures.
 *
 * @param name as a request has it: durations end with {@code _ms}
 * @param inSeconds whether the answer has it in seconds
 */
record MeasuredField(String name, boolean inSeconds) {

    static final String P95 = "p95_ms";
    static final String ERROR_RATE = "error_rate";
    static final String SAMPLES = "samples";

    private static final Set<String> EXACTLY_P95 = Set.of(P95, "p95_seconds");

    /** The names that people give it: as another metric it would not be measured, and nobody would say why. */
    private static final Pattern NEARLY_P95 =
            Pattern.compile("(?i)p_?95(_?(s|secs?|seconds?|ms|millis|milliseconds?))?");

    private static final Pattern INTERVAL_OF_P95 = Pattern.compile("p95_(low|high)_(ms|seconds)");

    private static final String SECONDS = "_seconds";
    private static final String MILLISECONDS = "_ms";
    private static final Set<String> WORSE_WHEN_LOW = Set.of(SAMPLES, "task_success_delta");
    private static final String COST = "cost_per_success";
    private static final Pattern PERCENTILE = Pattern.compile("(?:^|_)p(\\d{1,5})(?:_|$)");

    /**
     * The field that the caller names; {@code _seconds} is converted.
     *
     * @throws UnreadableResultException when they name none, or one that cannot be measured
     */
    static MeasuredField of(@Nullable String field) {
        if (field == null || field.isBlank()) {
            throw new UnreadableResultException("An answer of Prometheus does not say what it measures. Name the field "
                    + "of routes with each file, or as field in the mapping: p95_seconds, p95_ms, error_rate, samples, "
                    + "or another one.");
        }
        if (field.startsWith("p95_at_")) {
            throw new UnreadableResultException(
                    "\"" + field + "\" follows from p95_ms and its bucket. The field must be p95_seconds or p95_ms.");
        }
        if (INTERVAL_OF_P95.matcher(field).matches()) {
            throw new UnreadableResultException(
                    "\"" + field + "\" is calculated of single requests, which an answer of "
                            + "Prometheus does not have. The field must be p95_seconds or p95_ms.");
        }
        if (NEARLY_P95.matcher(field).matches() && !EXACTLY_P95.contains(field)) {
            throw new UnreadableResultException("The field \"" + ShortText.of(field)
                    + "\" does not say its unit as it must. Name it p95_seconds or p95_ms.");
        }
        return field.endsWith(SECONDS)
                ? new MeasuredField(field.substring(0, field.length() - SECONDS.length()) + MILLISECONDS, true)
                : new MeasuredField(field, false);
    }

    boolean isDuration() {
        return name.endsWith(MILLISECONDS);
    }

    boolean isP95() {
        return name.equals(P95);
    }

    /** The percentile that its name says, as a part of 1: 0.95 of {@code ttft_p95_ms}, 0.999 of p999; null of none. */
    @Nullable
    BigDecimal percentile() {
        Matcher percentile = PERCENTILE.matcher(name);
        if (!percentile.find()) {
            return null;
        }
        String digits = percentile.group(1);
        return digits.equals("100")
                ? BigDecimal.ONE
                : new BigDecimal(digits)
                        .movePointLeft(Math.max(2, digits.length()))
                        .stripTrailingZeros();
    }

    /** Its name, as the caller gives it. */
    String asGiven() {
        return inSeconds ? withUnit(SECONDS) : name;
    }

    /** The name of the same duration, where the answer has it in the other unit. */
    String inOtherUnit() {
        return inSeconds ? name : withUnit(SECONDS);
    }

    private String withUnit(String unit) {
        return name.substring(0, name.length() - MILLISECONDS.length()) + unit;
    }

    /**
     * The worst of several values, so that a range passes only if each of its points does.
     *
     * @param values at least one
     * @throws UnreadableResultException when they differ, and nobody knows which ones are worse
     */
    double worst(List<Double> values) {
        double lowest = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        if (isDuration() || name.endsWith(ERROR_RATE) || name.equals(COST)) {
            return highest;
        }
        if (WORSE_WHEN_LOW.contains(name) || lowest == highest) {
            return lowest;
        }
        throw new UnreadableResultException(
                "Which of the values of \"" + name + "\" between " + Numbers.forPeople(lowest) + " and "
                        + Numbers.forPeople(highest)
                        + " counts is not known. Ask for one value for each route (an instant query), such as "
                        + "max_over_time(...) or min_over_time(...).");
    }
}
