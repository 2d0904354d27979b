package dev.shipgate.console.chart.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a value along one side of a picture. A value outside of the scale is placed at its nearer end.
 *
 * @param from the value at the start; finite
 * @param to the value at the end, from {@code from} on; finite
 */
public record Scale(double from, double to, double start, double end) {

    /** In any unit. Larger values are no measurements, and lie at the end of the scale. */
    private static final double LARGEST = 1e12;

    /** Room above the highest value, so that its shape and label lie within the panel. */
    private static final double HEADROOM = 1.08;

    private static final double NOISE = 1e-9;

    /** Ranges over powers of ten that people count in. */
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /**
     * One that begins at 0 and ends at a round number above the highest value.
     *
     * @param least the smallest such number, more than 0
     * @param parts about so many steps from tick to tick
     */
    public static Scale fromZero(double highest, double least, double start, double end, int parts) {
        double wanted = Math.max(least, Math.min(highest * HEADROOM, LARGEST));
        double step = roundStep(wanted / parts, false);
        return new Scale(0, Math.ceil(wanted / step - NOISE) * step, start, end);
    }

    /** The same of parts of one, which never go beyond one. */
    public static Scale ofRates(double highest, double least, double start, double end, int parts) {
        return fromZero(Math.min(highest, 1 / HEADROOM), least, start, end, parts);
    }

    /** The place of a value that is no NaN. */
    public double at(double value) {
        if (to <= from) {
            return Place.rounded((start + end) / 2);
        }
        double within = Math.max(from, Math.min(to, value));
        return Place.rounded(start + (within - from) / (to - from) * (end - start));
    }

    /**
     * Round values on it.
     *
     * @param whole whether there is nothing between whole numbers
     */
    public List<Double> ticks(int parts, boolean whole) {
        if (to <= from) {
            return List.of(from);
        }
        double step = roundStep((to - from) / parts, whole);
        double first = Math.ceil(from / step - NOISE);
        long count = (long) Math.floor(to / step + NOISE - first);
        List<Double> ticks = new ArrayList<>();
        for (long i = 0; i <= count; i++) {
            ticks.add((first + i) * step);
        }
        return ticks;
    }

    /** The least round number that is not less. */
    public static double roundStep(double rough, boolean whole) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        if (whole && power < 1) {
            return 1;
        }
        for (double round : ROUND) {
            double step = round * power;
            if (rough <= step * (1 + NOISE) && (!whole || step == Math.rint(step))) {
                return step;
            }
        }
        return 10 * power;
    }
}
