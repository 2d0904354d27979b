package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.NewRecord.ActivationRecord;
import dev.shipgate.audit.store.record.NewRecord.DecisionRecord;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.store.record.NewRecord.ShippedRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverGrantRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverUseRecord;
import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.audit.store.record.RecordPlace;
import dev.shipgate.audit.store.record.RecordText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appends records to one chain. For one thread. After an exception nobody knows which records are on disk, so
 * the chain has to be opened again.
 */
final class ChainAppender {

    private final Chain chain;
    private final Connection connection;
    private final NameSets names;
    private final StoredRulesets rulesets;
    private final StoredDictionaries dictionaries;
    private final RecordInsert insert;
    private final FiringTally firings;
    private ChainHead onDisk;
    private long headPosition;
    private byte[] headHash = RecordText.genesis();

    ChainAppender(Chain chain) throws SQLException {
        this.chain = chain;
        this.connection = chain.connection();
        this.names = new NameSets(connection);
        this.rulesets = new StoredRulesets(connection);
        this.dictionaries = new StoredDictionaries(connection);
        this.insert = new RecordInsert(connection, chain.id(), names, rulesets, dictionaries);
        this.firings = new FiringTally(connection, chain.id());
        readHead();
        onDisk = head();
    }

    /** The last record of a chain. */
    record ChainHead(String chain, long position, byte[] hash) {}

    private ChainHead head() {
        return new ChainHead(chain.name(), headPosition, headHash);
    }

    /** The last record that is on disk. */
    ChainHead onDisk() {
        return onDisk;
    }

    /** The highest id of a decision in the database, of any chain. */
    Optional<UUID> highestId() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT decision_id FROM record WHERE length(decision_id) = 16 ORDER BY decision_id DESC LIMIT 1");
                ResultSet found = select.executeQuery()) {
            return found.next() ? Optional.of(Ids.of(found.getBytes(1))) : Optional.empty();
        } finally {
            connection.rollback();
        }
    }

    /**
     * Makes sure that the database still has the decisions that were answered before it was opened again.
     *
     * @throws SQLException when it lacks them: it is another database, or an older copy
     */
    void requireRecord(ChainHead known) throws SQLException {
        if (known.position() > 0 && !Arrays.equals(hashAt(known.chain(), known.position()), known.hash())) {
            throw new SQLException("The database lacks decisions that were answered (chain " + known.chain()
                    + ", position " + known.position()
                    + "). Maybe it is an older copy? A restart goes on with what is there.");
        }
    }

    private byte @Nullable [] hashAt(String chainName, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT record.hash FROM record "
                + "JOIN chain ON chain.id = record.chain WHERE chain.name = ? AND record.position = ?")) {
            select.setString(1, chainName);
            select.setLong(2, position);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getBytes(1) : null;
            }
        } finally {
            connection.rollback();
        }
    }

    /** Finds out whether the database is still there, without writing. */
    void requirePresent() throws SQLException {
        chain.database().requirePresent();
        try (Statement select = connection.createStatement()) {
            select.execute("SELECT 1");
        }
        connection.rollback();
    }

    private void readHead() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT position, hash FROM record WHERE chain = ? ORDER BY position DESC LIMIT 1")) {
            select.setLong(1, chain.id());
            try (ResultSet head = select.executeQuery()) {
                if (head.next()) {
                    headPosition = head.getLong(1);
                    headHash = head.getBytes(2);
                }
            }
        }
        connection.commit();
    }

    Chain chain() {
        return chain;
    }

    /** Rows that were removed may have been remembered. */
    void forget() {
        names.forget();
        rulesets.forget();
        dictionaries.forget();
    }

    /**
     * Appends records, all of them in one commit, and returns when they are on disk.
     *
     * @return for each record: empty when it was appended; else it was not, for the decision that its idempotency key
     *     stands for already, or by which the release has shipped already, or for the waiver that has ended before
     */
    List<Optional<UUID>> append(List<NewRecord> records) throws SQLException {
        chain.database().requirePresent();
        try {
            return appendAll(records);
        } catch (SQLException e) {
            if (!ReplicaConflict.is(e)) {
                throw e;
            }
            connection.rollback();
            forget();
            headPosition = onDisk.position();
            headHash = onDisk.hash();
            return appendAll(records);
        }
    }

    private List<Optional<UUID>> appendAll(List<NewRecord> records) throws SQLException {
        insert.clear();
        firings.clear();
        Map<UUID, UUID> standing = takeKeys(records);
        Waivers waivers = new Waivers(connection, chain.id());
        waivers.end(records);
        storeNew(records.stream()
                .filter(record -> outcome(record, standing, waivers).isEmpty())
                .toList());
        List<Optional<UUID>> outcomes = new ArrayList<>(records.size());
        Long sequence = chain.database().nextInSequence();
        Activations activations = new Activations(connection, chain.id(), sequence, rulesets);
        Shipments shipments = new Shipments(connection, chain.id(), sequence);
        for (NewRecord record : records) {
            Optional<UUID> outcome = outcome(record, standing, waivers);
            if (record instanceof ShippedRecord shipped && !shipments.add(headPosition + 1, shipped.mark())) {
                outcome = Optional.of(shipped.mark().decisionId());
            }
            outcomes.add(outcome);
            if (outcome.isEmpty()) {
                append(record, sequence);
                if (record instanceof DecisionRecord decision) {
                    firings.add(decision.index());
                    for (WaiverUseRecord first : waivers.use(decision)) {
                        append(first, sequence);
                    }
                    ShippedRecord shipped = decision.shipped();
                    if (shipped != null && shipments.add(headPosition + 1, shipped.mark())) {
                        append(shipped, sequence);
                    }
                }
                if (record instanceof WaiverGrantRecord grant) {
                    waivers.grant(headPosition, grant.waiver());
                }
                if (record instanceof ActivationRecord activation) {
                    activations.add(headPosition, activation);
                }
            }
        }
        insert.execute();
        activations.write();
        firings.write();
        connection.commit();
        onDisk = head();
        return outcomes;
    }

    /** Rulesets and names, always in the same order, so that replicas do not wait for each other in a circle. */
    private void storeNew(List<NewRecord> records) throws SQLException {
        List<RulesetText> used = records.stream()
                .flatMap(record -> record.rules().stream())
                .sorted(Comparator.comparing(RulesetText::version))
                .toList();
        for (RulesetText ruleset : used) {
            rulesets.idOf(ruleset);
        }
        names.store(decisions(records)
                .flatMap(decision ->
                        Stream.of(decision.index().rules(), decision.index().routes())));
    }

    private void append(NewRecord record, @Nullable Long sequence) throws SQLException {
        headPosition++;
        RecordPlace place = new RecordPlace(chain.name(), headPosition, sequence, headHash);
        headHash = RecordText.hash(record.content().digest(), place);
        insert.add(record, place, headHash);
    }

    /**
     * Takes the idempotency keys, always in the same order, so that replicas do not wait for each other in a circle.
     *
     * @return the decisions whose key was taken before, each with the decision that the key stands for
     */
    private Map<UUID, UUID> takeKeys(List<NewRecord> records) throws SQLException {
        List<IdempotencyClaim> claims = decisions(records)
                .flatMap(decision -> Stream.ofNullable(decision.claim()))
                .sorted(Comparator.comparing(IdempotencyClaim::key))
                .toList();
        Map<UUID, UUID> standing = new HashMap<>();
        for (IdempotencyClaim claim : claims) {
            if (!IdempotencyKeys.claim(connection, claim)) {
                IdempotencyKeys.find(connection, claim.key(), claim.nowMillis())
                        .ifPresent(taken -> standing.put(claim.decisionId(), taken.decisionId()));
            }
        }
        return standing;
    }

    /**
     * Empty for a record that is to be appended; else what stands already: the decision of its idempotency key, or the
     * waiver that has ended before.
     */
    private static Optional<UUID> outcome(NewRecord record, Map<UUID, UUID> standing, Waivers waivers) {
        if (record instanceof DecisionRecord decision) {
            return Optional.ofNullable(standing.get(decision.index().decisionId()));
        }
        return record instanceof WaiverRecord event && waivers.isLate(event)
                ? Optional.of(event.waiverId())
                : Optional.empty();
    }

    private static Stream<DecisionRecord> decisions(List<NewRecord> records) {
        return records.stream().filter(DecisionRecord.class::isInstance).map(DecisionRecord.class::cast);
    }
}
