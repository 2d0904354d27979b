package dev.shipgate.audit.record;

import dev.shipgate.audit.store.record.NewRecord.ShippedRecord;
import dev.shipgate.audit.store.record.RecordIndex;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.decision.Verdict;
import dev.shipgate.releases.ShippedMark;
import dev.shipgate.releases.ShippedMark.Source;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the event that a release has shipped of a decision that passes, where the configuration says so. */
public final class PassedRelease {

    private static final Logger LOG = Logger.getLogger(PassedRelease.class);

    private final RecordedMeasurements measurements;
    private final ReleaseEvent events;

    public PassedRelease(RecordedMeasurements measurements, ReleaseEvent events) {
        this.measurements = measurements;
        this.events = events;
    }

    /**
     * The event of a decision.
     *
     * @param request as it is recorded
     * @param answer as it is recorded
     * @param masked the pointers to the values of the request that are masked
     * @return null when it does not pass, has no load gate, or has numbers that are masked
     */
    @Nullable
    ShippedRecord of(RecordIndex index, byte[] request, byte[] answer, List<String> masked) {
        if (!index.verdict().equals(Verdict.PASS.lowerCase())) {
            return null;
        }
        try {
            ReleaseMeasurements measured = measurements.of(index.kind(), request, answer, !masked.isEmpty());
            return measured.routes().isEmpty() ? null : events.shipped(mark(index, measured));
        } catch (IllegalArgumentException e) {
            LOG.debugf("Decision %s is no measure for later releases: %s is masked", index.decisionId(), masked);
            return null;
        }
    }

    private static ShippedMark mark(RecordIndex index, ReleaseMeasurements measured) {
        return new ShippedMark(
                index.decisionId(),
                index.kind(),
                index.service(),
                index.environment(),
                index.version(),
                index.evaluatedAt(),
                index.caller(),
                Source.PASSED,
                measured);
    }
}
