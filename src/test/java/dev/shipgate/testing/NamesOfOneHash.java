package dev.shipgate.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names that have one hash, as somebody may choose them to make a table slow. */
public final class NamesOfOneHash {

    private NamesOfOneHash() {}

    /** So many of them as two to the power of {@code bits}. */
    public static List<String> of(int bits) {
        return IntStream.range(0, 1 << bits)
                .mapToObj(number -> name(number, bits))
                .toList();
    }

    /** "Aa" and "BB" have one hash, and so have all texts that are made of as many of them. */
    private static String name(int number, int bits) {
        return IntStream.range(0, bits)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
