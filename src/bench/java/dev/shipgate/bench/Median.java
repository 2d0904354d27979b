package dev.shipgate.bench;

import java.util.Collection;
import java.util.List;

/** The middle one of some measurements. */
final class Median {

    private Median() {}

    /** Of the second half of them: the first half warms the compiler up. */
    static double ofWarm(List<Double> values) {
        return of(values.subList(values.size() / 2, values.size()));
    }

    static double of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return size % 2 == 1 ? sorted.get(size / 2) : (sorted.get(size / 2 - 1) + sorted.get(size / 2)) / 2;
    }
}
