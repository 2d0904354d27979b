package dev.shipgate.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.record.RecordedMeasurements;
import dev.shipgate.audit.record.ReleaseEvent;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.read.ShippedReader;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.context.ReleaseName;
import dev.shipgate.context.ShippedFacts;
import dev.shipgate.decision.Verdict;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.releases.NotMarkableException;
import dev.shipgate.releases.ShippedBook;
import dev.shipgate.releases.ShippedFilter;
import dev.shipgate.releases.ShippedMark;
import dev.shipgate.releases.ShippedMark.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records which releases shipped in the chain that also has the decisions, and knows the facts of the last ones. They
 * are read again when they are asked for and were read a while ago, so that replicas agree within a second and a
 * decision mostly reads nothing. Thread-safe.
 */
final class AuditedReleases implements ShippedBook {

    private static final Duration REREAD_AFTER = Duration.ofMillis(500);
    private static final int MAX_SCOPES = 1_000;

    private final GroupCommit writer;
    private final RecordReader records;
    private final ShippedReader reader;
    private final RecordedMeasurements measurements;
    private final ReleaseEvent events;
    private final int remembered;

    /** Such a record takes its size in memory several times over. */
    private final Bulkhead large = new Bulkhead(1, "Marks of large decisions");

    private final Cache<Scope, ShippedFacts> known = Caffeine.newBuilder()
            .maximumSize(MAX_SCOPES)
            .expireAfterWrite(REREAD_AFTER)
            .build();

    /** The releases that are compared with one another. */
    private record Scope(@Nullable String service, @Nullable String environment) {}

    /** @param remembered how many releases of a service and an environment count, 1 or more */
    AuditedReleases(
            GroupCommit writer,
            RecordReader records,
            ShippedReader reader,
            RecordedMeasurements measurements,
            ReleaseEvent events,
            int remembered) {
        this.writer = writer;
        this.records = records;
        this.reader = reader;
        this.measurements = measurements;
        this.events = events;
        this.remembered = remembered;
    }

    @Override
    public ShippedFacts of(ReleaseName release) {
        try {
            return known.get(new Scope(release.service(), release.environment()), this::read);
        } catch (StoreUnreadableException e) {
            throw Unrecorded.of(e, "the releases that shipped are not known");
        }
    }

    private ShippedFacts read(Scope scope) {
        return ShippedFacts.of(reader.last(scope.service(), scope.environment(), remembered), remembered);
    }

    @Override
    public Optional<Marked> mark(UUID decision, String caller) {
        Optional<Marked> before = before(decision);
        if (before.isPresent()) {
            return before;
        }
        Optional<StoredRecord> record = records.record(decision);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        StoredRecord stored = record.get();
        ShippedMark mark =
                stored.isLarge() ? large.run(() -> mark(stored, decision, caller)) : mark(stored, decision, caller);
        return write(mark).isEmpty() ? Optional.of(new Marked(mark, true)) : before(decision);
    }

    private Optional<Marked> before(UUID decision) {
        return reader.find(decision).map(mark -> new Marked(mark, false));
    }

    private ShippedMark mark(StoredRecord stored, UUID decision, String caller) {
        RecordedDecision recorded = RecordedDecision.read(stored.requireUnchanged());
        String verdict = recorded.head().text("verdict");
        if (Verdict.named(verdict) != Verdict.PASS) {
            throw new NotMarkableException("The verdict of the decision " + decision + " is " + verdict
                    + ". Only a release that passes can be a measure for later ones.");
        }
        return new ShippedMark(
                decision,
                Objects.requireNonNull(recorded.head().text("kind")),
                recorded.head().text("service"),
                recorded.head().text("environment"),
                recorded.head().text("version"),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
                caller,
                Source.MARKED,
                measurements(recorded, decision));
    }

    private ReleaseMeasurements measurements(RecordedDecision recorded, UUID decision) {
        ReleaseMeasurements measured;
        try {
            measured = measurements.of(recorded);
        } catch (IllegalArgumentException e) {
            List<String> masked = recorded.head().masked();
            throw new NotMarkableException("Not all numbers and names of the decision " + decision + " are known"
                    + (masked.isEmpty() ? "." : ", as these were masked when it was recorded: " + masked + "."));
        }
        if (measured.isEmpty()) {
            throw new NotMarkableException(
                    "The decision " + decision + " has no numbers that later releases can be compared with.");
        }
        return measured;
    }

    private Optional<UUID> write(ShippedMark mark) {
        try {
            return writer.write(events.shipped(mark));
        } catch (WriteFailedException e) {
            throw Unrecorded.of(e);
        } finally {
            // Also when it could not be made sure of: it may be on disk.
            known.invalidate(new Scope(mark.service(), mark.environment()));
        }
    }

    @Override
    public List<ShippedMark> newest(ShippedFilter filter, int limit) {
        return reader.newest(filter, limit);
    }
}
