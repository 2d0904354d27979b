package dev.shipgate.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds, for a name that is not known, the known one that may be meant. */
public final class NearestName {

    /** With more changes than this a name is another name. */
    private static final int MAX_CHANGES = 3;

    private NearestName() {}

    /** The known name that begins with this one or is a few letters away from it; of several the nearest. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> isClose(name, other))
                .min(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isClose(String name, String other) {
        return other.startsWith(name) || distance(name, other) <= Math.min(MAX_CHANGES, name.length() - 1);
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }
}
