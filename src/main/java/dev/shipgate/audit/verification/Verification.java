package dev.shipgate.audit.verification;

import dev.shipgate.audit.RulesetArchive;
import dev.shipgate.audit.store.ChainWalk;
import dev.shipgate.audit.store.ChainWalk.ChainName;
import dev.shipgate.audit.store.ChainWalk.RemovedTo;
import dev.shipgate.audit.store.Database;
import dev.shipgate.audit.store.RecordReader;
import dev.shipgate.audit.store.RecordText;
import dev.shipgate.audit.store.StoreUnreadableException;
import dev.shipgate.audit.verification.VerificationReport.ChainReport;
import dev.shipgate.audit.verification.VerificationReport.Misfit;
import dev.shipgate.audit.verification.VerificationReport.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks all chains, and all stored rulesets. Reads a little at a time, so it may go on beside a service that
 * records: what comes while it walks is walked too. Thread-safe.
 */
public final class Verification {

    private final ChainWalk walk;
    private final RecordReader reader;

    public Verification(Database database) {
        this.walk = new ChainWalk(database);
        this.reader = new RecordReader(database);
    }

    /**
     * Walks to the first misfit, or to the end.
     *
     * @param knownHashes hashes of records that were noted elsewhere, in lower-case hex, and that must still be
     *     in a chain
     * @throws StoreUnreadableException when the records cannot be read
     */
    public VerificationReport run(Set<String> knownHashes) {
        Set<String> missingHashes = new LinkedHashSet<>(knownHashes);
        // What an empty chain ends with is the hash of no record.
        missingHashes.remove(HexFormat.of().formatHex(RecordText.genesis()));
        List<ChainCheck> checks = new ArrayList<>();
        Optional<Misfit> misfit = Optional.empty();
        for (ChainName chain : walk.chains()) {
            RemovedTo removed = null;
            ChainCheck check;
            do {
                // Again when records were removed by right meanwhile, which is at most once a day.
                removed = walk.removedTo(chain).orElse(null);
                check = new ChainCheck(walk, chain, removed, missingHashes);
                misfit = check.run();
            } while (misfit.isPresent() && removedMoreThan(removed, chain));
            checks.add(check);
            if (misfit.isPresent()) {
                break;
            }
        }
        return report(
                checks, misfit.or(this::changedRuleset).or(this::changedNames).or(() -> missing(missingHashes)));
    }

    private boolean removedMoreThan(@Nullable RemovedTo before, ChainName chain) {
        long position = before == null ? 0 : before.position();
        return walk.removedTo(chain).filter(now -> now.position() > position).isPresent();
    }

    private Optional<Misfit> changedRuleset() {
        return walk.rulesetVersions().stream()
                .filter(this::isChanged)
                .findFirst()
                .map(version -> Misfit.ofWhole(
                        Reason.CHANGED, "The files of the ruleset " + version + " do not have this hash."));
    }

    /** Names that cannot be found any more would hide decisions from whoever asks by rule or by route. */
    private Optional<Misfit> changedNames() {
        return walk.namesThatDiffer()
                .map(names -> Misfit.ofWhole(
                        Reason.CHANGED, "Decisions with the names " + names + " cannot be found by all of them."));
    }

    /** One that has gone meanwhile has gone with the last decision that referred to it. */
    private boolean isChanged(String version) {
        try {
            Optional<byte[]> stored = reader.ruleset(version);
            return stored.isPresent()
                    && !RulesetArchive.read(stored.get()).version().equals(version);
        } catch (StoreUnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever it is, such as bytes that are not compressed: nothing that was written here.
            return true;
        }
    }

    private static Optional<Misfit> missing(Set<String> hashes) {
        return hashes.stream()
                .findFirst()
                .map(hash -> Misfit.ofWhole(
                        Reason.REMOVED,
                        "No record has the hash " + hash
                                + ". Either records were taken from the end of a chain, or the "
                                + "chain was written anew, or the record is older than records are kept."));
    }

    private static VerificationReport report(List<ChainCheck> checks, Optional<Misfit> misfit) {
        List<ChainReport> chains = checks.stream().map(ChainCheck::report).toList();
        return new VerificationReport(
                misfit.isEmpty(),
                checks.stream().mapToLong(ChainCheck::decisions).sum(),
                checks.stream()
                        .map(ChainCheck::first)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                checks.stream()
                        .map(ChainCheck::last)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                headHash(chains),
                chains,
                misfit.orElse(null));
    }

    /** No hash of several would be that of a record, and only those can be looked for later. */
    private static @Nullable String headHash(List<ChainReport> chains) {
        return chains.size() == 1 ? chains.get(0).headHash() : null;
    }
}
