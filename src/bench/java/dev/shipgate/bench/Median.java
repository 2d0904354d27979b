package dev.shipgate.bench;

import java.util.Collection;
import java.util.List;

/** The middle one of some measurements. */
final class Median {

    private Median() {}

    static double of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return size % 2 == 1 ? sorted.get(size / 2) : (sorted.get(size / 2 - 1) + sorted.get(size / 2)) / 2;
    }
}
