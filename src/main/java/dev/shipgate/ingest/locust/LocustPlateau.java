package dev.shipgate.ingest.locust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.measure.Summary;
import org.jspecify.annotations.Nullable;

/** A time of a Locust run in which the number of users was the same. */
final class LocustPlateau {

    /** Percentiles in a row of the history are those of so many seconds before it. */
    static final long WINDOW_SECONDS = 10;

    private final long users;
    private final long startSecond;
    private final long requestsBefore;
    private final long failuresBefore;
    private long lastSecond;
    private @Nullable Double p95Ms;

    LocustPlateau(long users, long startSecond, long requestsBefore, long failuresBefore) {
        this.users = users;
        this.startSecond = startSecond;
        this.requestsBefore = requestsBefore;
        this.failuresBefore = failuresBefore;
    }

    void take(long second, @Nullable Double p95) {
        lastSecond = second;
        if (p95 != null && isWhole()) {
            p95Ms = p95Ms == null ? p95 : Math.max(p95Ms, p95);
        }
    }

    boolean isOf(long otherUsers) {
        return users == otherUsers;
    }

    /** Whether it is long enough to have a percentile of its own, and so to be a step. */
    boolean isStep() {
        return users > 0 && isWhole();
    }

    private boolean isWhole() {
        return lastSecond - startSecond >= WINDOW_SECONDS;
    }

    void addTo(LeftOut leftOut, long requestsUntil, long failuresUntil) {
        if (requestsUntil == requestsBefore) {
            return;
        }
        leftOut.add(
                users == 0
                        ? "as they are of times of no users, and so of no step"
                        : "as they are of times of a steady number of users that are shorter than the " + WINDOW_SECONDS
                                + " s of Locust's percentiles, such as ramps, and so no steps",
                users + " users",
                requestsUntil - requestsBefore,
                failuresUntil - failuresBefore);
    }

    void addTo(ArrayNode steps, long requestsUntil, long failuresUntil) {
        Summary summary = Summary.ofCounts(p95Ms, requestsUntil - requestsBefore, failuresUntil - failuresBefore);
        ObjectNode step = steps.addObject().put("concurrency", users);
        step.setAll(summary.toJson());
    }
}
