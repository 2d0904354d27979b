package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.read.UnreadableResultException;

/** Adds and subtracts counts, which must stay counts. */
final class Sums {

    private Sums() {}

    static long add(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException e) {
            throw new UnreadableResultException("The counts " + one + " and " + other + " are too large to be added.");
        }
    }

    static long of(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum = add(sum, count);
        }
        return sum;
    }

    static long subtract(long later, long earlier) {
        if (later < earlier) {
            throw new UnreadableResultException("A cumulative count went from " + earlier + " down to " + later
                    + " without a new \"startTimeUnixNano\". Do two processes report as one? Give each a "
                    + "service.instance.id.");
        }
        return later - earlier;
    }

    static void requireTotal(long sum, long count) {
        if (sum != count) {
            throw new UnreadableResultException(
                    "\"count\" must be the sum of the buckets, " + sum + ", but is " + count + ".");
        }
    }
}
