package dev.shipgate.audit.verification;

import dev.shipgate.audit.store.record.Link;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.walk.ChainWalk;
import dev.shipgate.audit.store.walk.ChainWalk.Beginning;
import dev.shipgate.audit.store.walk.ChainWalk.ChainName;
import dev.shipgate.audit.store.walk.ChainWalk.RemovedTo;
import dev.shipgate.audit.verification.VerificationReport.ChainReport;
import dev.shipgate.audit.verification.VerificationReport.Misfit;
import dev.shipgate.audit.verification.VerificationReport.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks one chain and holds each record against the one before it, and its index against its content. */
final class ChainCheck {

    private final ChainWalk walk;
    private final ChainName chain;
    private final Set<String> missingHashes;
    private final Progress progress;
    private long records;
    private long decisions;
    private final Beginning beginning;
    private long position;
    private byte[] hash;
    private @Nullable UUID first;
    private @Nullable UUID last;

    /** @param missingHashes in lower-case hex; those of the records on the way are taken out */
    ChainCheck(ChainWalk walk, ChainName chain, Beginning beginning, Set<String> missingHashes, Progress progress) {
        this.progress = progress;
        this.walk = walk;
        this.chain = chain;
        this.missingHashes = missingHashes;
        this.beginning = beginning;
        this.position = beginning.position();
        this.hash = beginning.hash();
    }

    /** Walks to the end, or to the first record that does not fit. */
    Optional<Misfit> run() {
        RemovedTo removed = beginning.removed();
        if (removed != null) {
            // The record is gone by right, and the checkpoint has its hash, which is all that a chain proves of a
            // record.
            missingHashes.remove(HexFormat.of().formatHex(removed.hash()));
        }
        List<Link> links = walk.from(chain, removed == null ? Long.MIN_VALUE : position + 1);
        while (!links.isEmpty()) {
            for (Link link : links) {
                Optional<Misfit> misfit = check(link);
                if (misfit.isPresent()) {
                    return misfit;
                }
                advance(link.record());
            }
            links = walk.from(chain, position + 1);
        }
        return Optional.empty();
    }

    private void advance(StoredRecord record) {
        position = record.position();
        hash = record.hash();
        records++;
        progress.advance();
        if (!missingHashes.isEmpty()) {
            missingHashes.remove(HexFormat.of().formatHex(record.hash()));
        }
        if (record.decisionId() != null) {
            decisions++;
            first = first == null || record.decisionId().compareTo(first) < 0 ? record.decisionId() : first;
            last = last == null || record.decisionId().compareTo(last) > 0 ? record.decisionId() : last;
        }
    }

    private Optional<Misfit> check(Link link) {
        StoredRecord record = link.record();
        String contradiction = link.contradiction();
        boolean ownHash = contradiction == null || !contradiction.equals(Link.OTHER_HASH);
        if (record.position() != position + 1 || !Arrays.equals(record.previousHash(), hash)) {
            return Optional.of(outOfPlace(record, ownHash));
        }
        if (contradiction == null && contradictsCheckpoint(record)) {
            contradiction = "A checkpoint names another record for this place.";
        }
        return contradiction == null ? Optional.empty() : Optional.of(misfit(record, Reason.CHANGED, contradiction));
    }

    /** Of the records that are still to be removed, the last has to be the one that the checkpoint names. */
    private boolean contradictsCheckpoint(StoredRecord record) {
        RemovedTo removed = beginning.removed();
        return removed != null
                && record.position() == removed.position()
                && !Arrays.equals(record.hash(), removed.hash());
    }

    /** Says why a record stands where another is expected, as well as the rest of the chain tells. */
    private Misfit outOfPlace(StoredRecord record, boolean ownHash) {
        long expected = position + 1;
        boolean rightOneElsewhere =
                walk.follower(chain, hash, record.position()).isPresent();
        OptionalLong predecessor = walk.position(chain, record.previousHash(), record.position());
        boolean copy = walk.position(chain, record.hash(), record.position()).isPresent();
        boolean followed =
                walk.follower(chain, record.hash(), record.position()).isPresent();
        if (!rightOneElsewhere && record.position() > expected) {
            long lastMissing = record.position() - 1;
            String detail = lastMissing == expected
                    ? "The record of this place is not there."
                    : "The records from here to " + lastMissing + " are not there.";
            return new Misfit(chain.name(), expected, null, Reason.REMOVED, detail);
        }
        if (rightOneElsewhere && !copy && (followed || predecessor.isPresent())) {
            return misfit(record, Reason.REORDERED, "The record that belongs here stands elsewhere.");
        }
        if (rightOneElsewhere || copy || (predecessor.isPresent() && !followed)) {
            return misfit(record, Reason.INSERTED, "It does not follow the record before it.");
        }
        if (predecessor.isPresent() && predecessor.getAsLong() < position) {
            return walk.from(chain, predecessor.getAsLong() + 1).stream()
                    .findFirst()
                    .map(between -> misfit(
                            between.record(),
                            Reason.INSERTED,
                            "It stands between a record and the one that followed that."))
                    .orElseGet(() -> misfit(record, Reason.CHANGED, "Records around it have just gone."));
        }
        if (!ownHash && predecessor.isEmpty()) {
            return misfit(record, Reason.REMOVED, "The record that it follows is not there.");
        }
        return misfit(record, Reason.CHANGED, "The record before it, or itself, was another when it was written.");
    }

    private Misfit misfit(StoredRecord record, Reason reason, String detail) {
        return new Misfit(chain.name(), record.position(), record.decisionId(), reason, detail);
    }

    ChainReport report() {
        RemovedTo removed = beginning.removed();
        return new ChainReport(
                chain.name(),
                records,
                position,
                HexFormat.of().formatHex(hash),
                removed == null ? null : removed.position());
    }

    long decisions() {
        return decisions;
    }

    @Nullable
    UUID first() {
        return first;
    }

    @Nullable
    UUID last() {
        return last;
    }
}
