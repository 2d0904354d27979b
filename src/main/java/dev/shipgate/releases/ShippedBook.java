package dev.shipgate.releases;

import dev.shipgate.context.ShippedReleases;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps which releases have shipped. Thread-safe. */
public interface ShippedBook extends ShippedReleases {

    /**
     * A mark.
     *
     * @param mark the one that stands
     * @param isNew false when the decision was marked before
     */
    record Marked(ShippedMark mark, boolean isNew) {}

    /**
     * Says that a release went out. Returns when that is on disk.
     *
     * @param decision by which it shipped
     * @param caller the name of who says so
     * @return empty when there is no such decision
     * @throws NotMarkableException when it cannot be a measure for later releases
     * @throws dev.shipgate.decision.NotRecordedException when it could not be made sure of
     */
    Optional<Marked> mark(UUID decision, String caller);

    /** Those that fit, in the order in which they were marked, last one first. */
    List<ShippedMark> newest(ShippedFilter filter, int limit);
}
