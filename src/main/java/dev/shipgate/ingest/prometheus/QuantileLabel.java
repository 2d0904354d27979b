package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The label by which a series is one of the percentiles of a Summary of a client library, each of which is a series of
 * its own. These were measured, and not estimated within buckets.
 */
final class QuantileLabel {

    private static final String NAME = "quantile";

    /** As client libraries write it; {@code 1} is the highest of all. */
    private static final Pattern QUANTILE = Pattern.compile("0\\.\\d{1,12}|1(?:\\.0{1,12})?");

    private QuantileLabel() {}

    static boolean isOf(PrometheusSeries series) {
        return series.labels().containsKey(NAME);
    }

    /**
     * That it is the percentile that the field names, if the field names one, or of durations a higher one.
     *
     * @return a note where it is a higher one
     * @throws UnreadableResultException when it is none of them
     */
    static Optional<String> require(MeasuredField field, PrometheusSeries series) {
        String quantile = series.labels().get(NAME);
        BigDecimal wanted = field.percentile();
        if (quantile == null || wanted == null) {
            return Optional.empty();
        }
        String refusal = "The series " + ShortText.line(series.toString()) + " is of the quantile "
                + ShortText.line(quantile) + ". Ask for {quantile=\"" + wanted.toPlainString() + "\"}.";
        boolean isStricter = ChosenPercentile.of(quantile, percent(quantile), percent(wanted), refusal)
                .isStricter();
        if (isStricter && !field.isDuration()) {
            throw new UnreadableResultException(refusal);
        }
        return isStricter
                ? Optional.of("The quantile " + quantile + " is taken as " + field.name() + ", and is no lower.")
                : Optional.empty();
    }

    private static @Nullable Double percent(String quantile) {
        return QUANTILE.matcher(quantile).matches() ? (Double) percent(new BigDecimal(quantile)) : null;
    }

    /** Equal quantiles have the same percent: of each decimal there is one nearest double. */
    private static double percent(BigDecimal quantile) {
        return quantile.movePointRight(2).doubleValue();
    }
}
