package dev.shipgate.audit.verification;

import dev.shipgate.audit.RulesetArchive;
import dev.shipgate.audit.store.ChainWalk;
import dev.shipgate.audit.store.ChainWalk.ChainName;
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

    private static final int MAX_REPEATS = 3;

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
            ChainCheck check = new ChainCheck(walk, chain, missingHashes);
            misfit = check.run();
            for (int again = 0;
                    again < MAX_REPEATS && misfit.isPresent() && isBeingRemoved(chain, misfit.get());
                    again++) {
                check = new ChainCheck(walk, chain, missingHashes);
                misfit = check.run();
            }
            checks.add(check);
            if (misfit.isPresent()) {
                break;
            }
        }
        return report(
                checks, misfit.or(this::changedRuleset).or(this::changedNames).or(() -> missing(missingHashes)));
    }

    /** Whether the records around a misfit may have been removed by right since the walk began. */
    private boolean isBeingRemoved(ChainName chain, Misfit misfit) {
        long position = Objects.requireNonNull(misfit.position());
        return walk.removedTo(chain)
                .filter(removed -> position <= removed.position() + 1)
                .isPresent();
    }

    private Optional<Misfit> changedRuleset() {
        return walk.rulesetVersions().stream()
                .filter(version -> !version.equals(contentVersion(version)))
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

    private String contentVersion(String version) {
        try {
            return RulesetArchive.read(reader.ruleset(version).orElse(new byte[0]))
                    .version();
        } catch (IOException | IllegalArgumentException e) {
            return "not readable";
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
