package dev.shipgate.hash;

import java.util.Collection;

/** Names that are made to have one hash code in Java, such as {@code Aa} and {@code BB}. */
public final class HashCollisions {

    private HashCollisions() {}

    /** How many of these names have the hash code that most of them have. */
    public static int most(Collection<String> names) {
        int[] hashes = names.stream().mapToInt(String::hashCode).sorted().toArray();
        int most = 0;
        int start = 0;
        while (start < hashes.length) {
            int end = start + 1;
            while (end < hashes.length && hashes[end] == hashes[start]) {
                end++;
            }
            most = Math.max(most, end - start);
            start = end;
        }
        return most;
    }
}
