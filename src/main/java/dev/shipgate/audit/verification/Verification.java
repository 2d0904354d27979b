package dev.shipgate.audit.verification;

import dev.shipgate.audit.record.RulesetArchive;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.RecordText;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.audit.store.walk.ActivationWalk;
import dev.shipgate.audit.store.walk.ChainWalk;
import dev.shipgate.audit.store.walk.ChainWalk.Beginning;
import dev.shipgate.audit.store.walk.ChainWalk.ChainName;
import dev.shipgate.audit.store.walk.IndexWalk;
import dev.shipgate.audit.store.walk.IndexWalk.StoredRuleset;
import dev.shipgate.audit.store.walk.KeyWalk;
import dev.shipgate.audit.store.walk.ShippedWalk;
import dev.shipgate.audit.store.walk.WaiverWalk;
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
 * records: a record that comes while it walks is walked too. Thread-safe.
 */
public final class Verification {

    private final Database database;
    private final IndexWalk index;
    private final ActivationWalk activations;
    private final WaiverWalk waivers;
    private final ShippedWalk releases;

    public Verification(Database database) {
        this.database = database;
        this.index = new IndexWalk(database);
        this.activations = new ActivationWalk(database);
        this.waivers = new WaiverWalk(database);
        this.releases = new ShippedWalk(database);
    }

    /**
     * Walks to the first misfit, or to the end, with nobody who looks on.
     *
     * @see #run(Set, Progress)
     */
    public VerificationReport run(Set<String> knownHashes) {
        return run(knownHashes, new Progress());
    }

    /**
     * Walks to the first misfit, or to the end.
     *
     * @param knownHashes hashes of records that were noted elsewhere, in lower-case hex, and that must still be
     *     in a chain
     * @param progress is told of each record
     * @throws StoreUnreadableException when the records cannot be read
     */
    public VerificationReport run(Set<String> knownHashes, Progress progress) {
        Set<String> missingHashes = new LinkedHashSet<>(knownHashes);
        // An empty chain ends with the hash of no record.
        missingHashes.remove(HexFormat.of().formatHex(RecordText.genesis()));
        // First, as nothing that is read after it can be relied on without it.
        Optional<Misfit> misfit = database.damage()
                .or(() -> index.damagedDictionary())
                .map(damage -> Misfit.ofWhole(Reason.CHANGED, damage));
        List<ChainCheck> checks = new ArrayList<>();
        if (misfit.isEmpty()) {
            // A new walk, as a walk remembers dictionaries, and this run has to read those that are stored now.
            misfit = walkChains(new ChainWalk(database), checks, missingHashes, progress);
        }
        return report(
                checks,
                misfit.or(this::stray)
                        .or(this::changedRuleset)
                        .or(this::changedNames)
                        .or(this::changedActivation)
                        .or(() -> waivers.misfit().map(waiver -> Misfit.ofWhole(Reason.CHANGED, waiver)))
                        .or(() -> releases.misfit().map(release -> Misfit.ofWhole(Reason.CHANGED, release)))
                        .or(() -> new KeyWalk(database).misfit().map(key -> Misfit.ofWhole(Reason.CHANGED, key)))
                        .or(() -> missing(missingHashes)));
    }

    private static Optional<Misfit> walkChains(
            ChainWalk walk, List<ChainCheck> checks, Set<String> missingHashes, Progress progress) {
        progress.begin(walk.records());
        for (ChainName chain : walk.chains()) {
            Beginning beginning;
            ChainCheck check;
            Optional<Misfit> misfit;
            do {
                // Again when records were removed by right meanwhile.
                beginning = walk.beginning(chain);
                check = new ChainCheck(walk, chain, beginning, missingHashes, progress);
                misfit = check.run();
            } while (misfit.isPresent() && beginning.isBefore(walk.beginning(chain)));
            checks.add(check);
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    private Optional<Misfit> stray() {
        return index.hasStray()
                ? Optional.of(Misfit.ofWhole(Reason.INSERTED, "A record belongs to a chain that is not there."))
                : Optional.empty();
    }

    private Optional<Misfit> changedRuleset() {
        return index.rulesets().stream()
                .flatMap(number -> index.ruleset(number).stream())
                .filter(Verification::isChanged)
                .findFirst()
                .map(ruleset -> Misfit.ofWhole(
                        Reason.CHANGED, "The files of the ruleset " + ruleset.version() + " do not have this hash."));
    }

    private static boolean isChanged(StoredRuleset stored) {
        try {
            return !RulesetArchive.read(Zstandard.text(stored.files()))
                    .version()
                    .equals(stored.version());
        } catch (IOException | RuntimeException e) {
            // Such content, for example bytes that are not compressed, was not written here.
            return true;
        }
    }

    /** Names that cannot be found any more would hide decisions from searches by rule or by route. */
    private Optional<Misfit> changedNames() {
        return index.namesThatDiffer()
                .map(names -> Misfit.ofWhole(
                        Reason.CHANGED, "Decisions with the names " + names + " cannot be found by all of them."));
    }

    private Optional<Misfit> changedActivation() {
        return activations.misfit().map(misfit -> Misfit.ofWhole(Reason.CHANGED, misfit));
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

    /**
     * The hash of the last record, where only one chain has records; else null, as one hash cannot stand for the ends
     * of several chains. A replica that has just started has a chain without records, which does not count.
     */
    private static @Nullable String headHash(List<ChainReport> chains) {
        List<ChainReport> written =
                chains.stream().filter(chain -> chain.headPosition() > 0).toList();
        List<ChainReport> looked = written.isEmpty() ? chains : written;
        return looked.size() == 1 ? looked.get(0).headHash() : null;
    }
}
