package dev.shipgate.bench;

import java.util.Collection;
import java.util.List;

/** The least of some measurements that so many percent of them do not exceed. */
final class Percentile {

    private Percentile() {}

    static double of(Collection<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
