package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.measure.BucketBounds;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notes about all series of a field together. */
final class FieldNotes {

    private final MeasuredField field;
    private final List<String> notMeasured = new ArrayList<>();
    private long idlePoints;
    private int mostPoints;
    private double highest;
    private double fewMs = 1;

    FieldNotes(MeasuredField field) {
        this.field = field;
    }

    void nothingMeasured(String name) {
        notMeasured.add(name);
    }

    /** Counts the points of a series, of which some have a value. */
    void points(int all, int withValue) {
        idlePoints += all - withValue;
        mostPoints = Math.max(mostPoints, withValue);
    }

    void duration(double value) {
        highest = Math.max(highest, value);
    }

    /** Buckets begin where some durations are. */
    void buckets(@Nullable BucketBounds buckets) {
        fewMs = buckets == null || !buckets.areAll()
                ? 1
                : Math.max(1, buckets.ms().get(0));
    }

    void report(ResultSink sink) {
        if (!notMeasured.isEmpty()) {
            sink.note("Nothing was measured of " + field.name() + " of "
                    + ShortText.line(String.join(", ", notMeasured)) + ": all of its points are NaN.");
        }
        if (idlePoints > 0) {
            sink.note(
                    idlePoints + " points of " + field.name() + " are NaN, moments without traffic, and are left out.");
        }
        if (field.isDuration() && !field.inSeconds() && highest > 0 && highest < fewMs) {
            sink.note("All of " + field.name() + " are below " + Numbers.forPeople(fewMs)
                    + " ms. Are they seconds? Then name the field " + field.inOtherUnit() + ".");
        }
        if (mostPoints > 1) {
            sink.note("The value of " + field.name() + " is the worst of up to " + mostPoints + " points of a range.");
        }
    }
}
