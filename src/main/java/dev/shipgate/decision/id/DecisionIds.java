package dev.shipgate.decision.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ids of decisions: UUIDs of version 7 (RFC 9562), each above every one before it. A clock that is set back
 * leaves them where they are until it has caught up, so an id says no more than that nothing with a higher one came
 * before; when a decision was made, the decision says itself. Thread-safe.
 */
public final class DecisionIds {

    /** Ids have 48 bits for milliseconds: one that takes all of them was made by nobody, and nothing is above it. */
    private static final long LAST_MILLIS = (1L << 48) - 1;

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
    private long lastMillis;

    /**
     * The next id.
     *
     * @param at now, as the clock says
     * @param recorded the highest id that is known from elsewhere, such as from before a restart; null when there is
     *     none
     */
    public synchronized UUID next(Instant at, @Nullable UUID recorded) {
        long recordedMillis = recorded == null ? 0 : recorded.getMostSignificantBits() >>> Short.SIZE;
        if (recordedMillis > lastMillis && recordedMillis < LAST_MILLIS) {
            // Somebody else's: within the same millisecond, an id of chance may be below it.
            lastMillis = recordedMillis + 1;
        }
        lastMillis = Math.max(lastMillis, at.toEpochMilli());
        // Within a millisecond, the generator counts up.
        return generator.construct(lastMillis);
    }
}
