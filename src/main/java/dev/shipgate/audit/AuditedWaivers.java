package dev.shipgate.audit;

import dev.shipgate.audit.record.WaiverEvent;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.read.WaiverReader;
import dev.shipgate.audit.store.record.NewRecord.WaiverRecord;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.context.Waiver;
import dev.shipgate.waivers.GrantedWaiver;
import dev.shipgate.waivers.WaiverBook;
import dev.shipgate.waivers.WaiverFilter;
import dev.shipgate.waivers.WaiverUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records waivers in the chain that also has the decisions, and knows those that are valid. They are read again when
 * they are asked for and were read a while ago, so that replicas agree within a second and a decision mostly reads
 * nothing. Thread-safe.
 */
final class AuditedWaivers implements WaiverBook {

    private static final Duration REREAD_AFTER = Duration.ofMillis(500);

    private final GroupCommit writer;
    private final WaiverReader reader;
    private final WaiverEvent events;

    /** The latest time that was asked about. */
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);

    private volatile @Nullable Known known;

    /** The valid waivers of each service, and when they were read. */
    private record Known(Map<String, List<Waiver>> byService, long readNanos) {

        boolean isRecent() {
            return System.nanoTime() - readNanos < REREAD_AFTER.toNanos();
        }
    }

    AuditedWaivers(GroupCommit writer, WaiverReader reader, WaiverEvent events) {
        this.writer = writer;
        this.reader = reader;
        this.events = events;
    }

    @Override
    public List<Waiver> validAt(String service, Instant at) {
        Instant now = notBeforeLatest(at);
        return known(now).byService().getOrDefault(service, List.of()).stream()
                .filter(waiver -> now.isBefore(waiver.until()))
                .toList();
    }

    /** A clock that is set back brings no waiver back that has ended. */
    private Instant notBeforeLatest(Instant at) {
        return latest.accumulateAndGet(at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private Known known(Instant now) {
        Known before = known;
        return before != null && before.isRecent() ? before : read(now);
    }

    private synchronized Known read(Instant now) {
        Known meanwhile = known;
        if (meanwhile != null && meanwhile.isRecent()) {
            return meanwhile;
        }
        long startNanos = System.nanoTime();
        try {
            Map<String, List<Waiver>> byService =
                    reader.valid(now).stream().collect(Collectors.groupingBy(Waiver::service));
            Known read = new Known(byService, startNanos);
            known = read;
            return read;
        } catch (StoreUnreadableException e) {
            throw Unrecorded.of(e, "the waivers are not known");
        }
    }

    @Override
    public void grant(Waiver waiver) {
        write(events.granted(waiver));
    }

    @Override
    public boolean revoke(UUID waiver, String caller, String message, Instant at) {
        return write(events.revoked(waiver, caller, message, at)).isEmpty();
    }

    private Optional<UUID> write(WaiverRecord event) {
        try {
            return writer.write(event);
        } catch (WriteFailedException e) {
            throw Unrecorded.of(e);
        } finally {
            // Also when it could not be made sure of: it may be on disk.
            forget();
        }
    }

    private synchronized void forget() {
        known = null;
    }

    @Override
    public int countValid(String service, Instant at) {
        return reader.countValid(service, at);
    }

    @Override
    public Optional<GrantedWaiver> find(UUID waiver) {
        return reader.find(waiver);
    }

    @Override
    public List<GrantedWaiver> newest(WaiverFilter filter, Instant now, int limit) {
        return reader.newest(filter, now, limit);
    }

    @Override
    public List<WaiverUse> uses(UUID waiver, int limit) {
        return reader.uses(waiver, limit);
    }
}
