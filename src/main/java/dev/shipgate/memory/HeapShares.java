package dev.shipgate.memory;

/**
 * The share of the heap for each part of the service, in bytes. Together it is three quarters: the rest is for the
 * compiled rules, the records that wait to be written, and the service itself.
 */
public final class HeapShares {

    private static final long HEAP_BYTES = Runtime.getRuntime().maxMemory();

    private HeapShares() {}

    /** For bodies of requests, from their first byte to the end of the answer. */
    public static long bodies() {
        return HEAP_BYTES / 8;
    }

    /** For the data that it takes to answer requests: facts, findings, and the answer until the client has it. */
    public static long answers() {
        return HEAP_BYTES / 8 * 3;
    }

    /** For the bytes of one answer. */
    public static long answer() {
        return HEAP_BYTES / 16;
    }

    /** For the objects that rules make while they are evaluated, in all evaluations together. */
    public static long rules() {
        return HEAP_BYTES / 4;
    }

    /** For the objects that the rules of each evaluation make beside those. */
    public static long rulesOfEach() {
        return Math.min(4L << 20, HEAP_BYTES / 1024);
    }
}
