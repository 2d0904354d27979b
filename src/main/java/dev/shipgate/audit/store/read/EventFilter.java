package dev.shipgate.audit.store.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter for events. Null stands for any.
 *
 * @param from the first instant
 * @param to the first instant beyond
 * @param before only those that were written before this place
 */
public record EventFilter(
        @Nullable String kind,
        @Nullable String caller,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable EventCursor before) {

    /**
     * The place of an event among all events.
     *
     * @param sequence 0 where there is only one chain
     * @param chain its number in the database
     */
    public record EventCursor(long sequence, long chain, long position) {

        private static final String SEPARATOR = "-";
        private static final int PARTS = 3;

        /** Reads the text that {@link #toString} wrote; throws {@link IllegalArgumentException} for anything else. */
        public static EventCursor parse(String text) {
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length != PARTS) {
                throw new IllegalArgumentException(text);
            }
            return new EventCursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return sequence + SEPARATOR + chain + SEPARATOR + position;
        }
    }

    boolean takes(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    /** The same, further on. */
    EventFilter before(EventCursor place) {
        return new EventFilter(kind, caller, from, to, place);
    }
}
