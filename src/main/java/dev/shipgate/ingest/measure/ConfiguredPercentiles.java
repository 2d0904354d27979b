package dev.shipgate.ingest.measure;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The percentiles of a report whose ranks are a setting of the tool that the report does not tell. With the defaults of
 * the tool the last one is the 99th, and the one before it the 95th.
 */
public final class ConfiguredPercentiles {

    private final String tool;
    private final List<String> fields;
    private final String remark;
    private final ChosenPercentile taken;

    /**
     * Those of a report, with the one that is taken as the 95th.
     *
     * @param fields their names, the lowest first: the shortest duration, those percentiles, and the longest duration
     * @param remark the ranks that they have with the defaults, and the file to import where they are others
     * @param asMapped the name of the one to take; null for the 95th with the defaults
     * @throws UnreadableResultException when another one is to be taken than the last two
     */
    public ConfiguredPercentiles(String tool, List<String> fields, String remark, @Nullable String asMapped) {
        this.tool = tool;
        this.fields = fields;
        this.remark = remark;
        this.taken = taken(asMapped, fields.get(fields.size() - 3), fields.get(fields.size() - 2));
    }

    private ChosenPercentile taken(@Nullable String asMapped, String p95, String p99) {
        if (asMapped == null) {
            return ChosenPercentile.usual(p95);
        }
        return ChosenPercentile.of(
                asMapped,
                Map.of(p95, ChosenPercentile.P95, p99, 99.0).get(asMapped),
                ChosenPercentile.P95,
                "\"" + asMapped + "\" cannot be taken for the 95th percentile. It must be " + p95 + ", the 95th with "
                        + tool + "'s defaults, or " + p99 + ", the 99th, which is stricter.");
    }

    /** The name of the one that is taken as the 95th. */
    public String taken() {
        return taken.name();
    }

    /** Which one that is with the defaults, for people. */
    public String rank() {
        return taken.isStricter() ? "99th, taken for the 95th as the mapping says," : "95th";
    }

    /**
     * The value of the one that is taken; null where it has none.
     *
     * @param name of the part of the report that they belong to
     * @param value that of each field; null where it has none
     * @throws UnreadableResultException when they do not rise, so that their ranks cannot be those of the defaults
     */
    public @Nullable Double value(String name, Function<String, @Nullable Double> value) {
        requireRising(name, fields.subList(1, fields.size() - 1), value, 0);
        requireRising(name, fields, value, RisingPercentiles.TOLERANCE);
        return value.apply(taken.name());
    }

    /** A setting may have brought the percentiles into another order, however near they are to each other. */
    private void requireRising(
            String name, List<String> rising, Function<String, @Nullable Double> value, double tolerance) {
        RisingPercentiles.require(
                "\"" + name + "\"", rising, value, tolerance, "With " + tool + "'s defaults " + remark);
    }
}
