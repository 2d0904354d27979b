package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.Checkpoint;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.WaiverExpiry;
import dev.shipgate.releases.ReleasesConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The writer's work between commits: it forgets idempotency keys that have expired, notes the end of waivers that were
 * used, and removes days that are older than records are kept. In small steps, since decisions wait meanwhile. For the
 * writer alone.
 */
public final class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration EXPIRIES_EVERY = Duration.ofSeconds(5);
    private static final int RECORDS_OF_STEP = 500;
    private static final int KEYS_OF_STEP = 5_000;

    private final OptionalInt retentionDays;
    private final int remembered;
    private Instant next = Instant.MIN;
    private Instant nextExpiries = Instant.MIN;
    private @Nullable Removal removal;
    private boolean expiring;

    /** One for as many remembered releases as where nobody says how many. */
    public Housekeeping(OptionalInt retentionDays) {
        this(retentionDays, ReleasesConfig.DEFAULT_REMEMBERED);
    }

    /**
     * @param retentionDays whole days (UTC) that are longer ago are removed; empty to keep all
     * @param remembered how many shipped releases of each service and environment are kept nevertheless, 1 or more
     */
    public Housekeeping(OptionalInt retentionDays, int remembered) {
        if (retentionDays.isPresent() && retentionDays.getAsInt() < 1) {
            // Removed records do not come back.
            throw new IllegalArgumentException("shipgate.audit.retention-days must be 1 or more, but is "
                    + retentionDays.getAsInt() + ". Leave it out to keep all records.");
        }
        this.retentionDays = retentionDays;
        this.remembered = remembered;
    }

    /** Does one small step of the work that is due; costs nothing when none is due. */
    void step(ChainAppender appender, Instant now) throws SQLException {
        if (removal != null && !removal.isOf(appender.chain())) {
            // The database was gone meanwhile. The chain may even be another one, with a removal of its own to finish.
            removal = null;
            next = Instant.MIN;
        }
        if (!now.isBefore(nextExpiries)) {
            nextExpiries = now.plus(EXPIRIES_EVERY);
            noteExpiries(appender, now);
        }
        if (removal != null) {
            removeSome(appender, removal, now);
        } else if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            removeExpired(appender, now);
            removal = begin(appender, now);
        } else if (expiring) {
            removeExpired(appender, now);
        }
    }

    private static void noteExpiries(ChainAppender appender, Instant now) throws SQLException {
        Connection connection = appender.chain().connection();
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        List<NewRecord> expiries = new ArrayList<>();
        for (WaiverExpiry due : WaiverExpiry.due(connection, at)) {
            expiries.add(due.record(at));
        }
        connection.commit();
        if (!expiries.isEmpty()) {
            appender.append(expiries);
        }
    }

    private void removeExpired(ChainAppender appender, Instant now) throws SQLException {
        Connection connection = appender.chain().connection();
        expiring = IdempotencyKeys.removeExpired(connection, now.toEpochMilli(), KEYS_OF_STEP);
        connection.commit();
    }

    /** Whether there is more to remove. */
    boolean busy() {
        return removal != null || expiring;
    }

    private @Nullable Removal begin(ChainAppender appender, Instant now) throws SQLException {
        Removal unfinished = Removal.unfinished(appender.chain());
        if (unfinished != null || retentionDays.isEmpty()) {
            return unfinished;
        }
        Instant before = now.truncatedTo(ChronoUnit.DAYS).minus(retentionDays.getAsInt(), ChronoUnit.DAYS);
        OptionalLong last = Removal.lastBefore(appender.chain(), before);
        if (last.isEmpty()) {
            return null;
        }
        Checkpoint checkpoint = Checkpoint.at(appender.chain(), last.getAsLong(), before, now);
        appender.append(List.of(checkpoint.record()));
        LOG.infof("Removing records before %s from the audit, up to position %d", before, checkpoint.removedTo());
        return new Removal(appender.chain(), checkpoint.removedTo());
    }

    private void removeSome(ChainAppender appender, Removal current, Instant now) throws SQLException {
        Connection connection = appender.chain().connection();
        if (current.removeUpTo(RECORDS_OF_STEP)) {
            connection.commit();
        } else if (removeUnused(connection, now)) {
            appender.forget();
            removal = null;
        }
    }

    /** Whether that was possible; if not, another replica has just referred to something, and it is tried again. */
    private boolean removeUnused(Connection connection, Instant now) throws SQLException {
        try {
            Removal.removeUnused(connection, now);
            Shipments.removeForgotten(connection, remembered);
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (!ReplicaConflict.is(e)) {
                throw e;
            }
            connection.rollback();
            return false;
        }
    }
}
