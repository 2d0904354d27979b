package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.Dictionary;
import dev.shipgate.audit.store.record.EvaluatedAt;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.NewRecord.DecisionRecord;
import dev.shipgate.audit.store.record.RecordIndex;
import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.audit.store.record.RecordPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Writes records of one chain with the columns by which they are found, in one batch for each commit. Its statement is
 * closed with the connection.
 */
final class RecordInsert {

    private static final String SQL =
            "INSERT INTO record (chain, position, previous_hash, hash, content, kind, decision_id, service, "
                    + "environment, version, verdict, caller, ruleset, rules, routes, evaluated_at_ms, sequence, "
                    + "dictionary, waived) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final PreparedStatement insert;
    private final long chain;
    private final NameSets names;
    private final StoredRulesets rulesets;
    private final StoredDictionaries dictionaries;

    RecordInsert(
            Connection connection, long chain, NameSets names, StoredRulesets rulesets, StoredDictionaries dictionaries)
            throws SQLException {
        this.insert = connection.prepareStatement(SQL);
        this.chain = chain;
        this.names = names;
        this.rulesets = rulesets;
        this.dictionaries = dictionaries;
    }

    void add(NewRecord record, RecordPlace place, byte[] hash) throws SQLException {
        insert.setLong(1, chain);
        insert.setLong(2, place.position());
        insert.setBytes(3, place.previousHash());
        insert.setBytes(4, hash);
        insert.setBytes(5, record.content().compressed());
        insert.setString(6, record.kind());
        if (record instanceof DecisionRecord decision) {
            setIndex(decision.index());
        } else {
            setNoIndex();
        }
        insert.setString(12, record.caller());
        RulesetText ruleset = record.rules().orElse(null);
        insert.setObject(13, ruleset == null ? null : rulesets.idOf(ruleset), Types.BIGINT);
        insert.setObject(17, place.sequence(), Types.BIGINT);
        Dictionary dictionary = record.content().dictionary();
        insert.setObject(18, dictionary == null ? null : dictionaries.idOf(dictionary), Types.BIGINT);
        insert.addBatch();
    }

    private void setNoIndex() throws SQLException {
        insert.setNull(7, Types.BINARY);
        for (int column = 8; column <= 11; column++) {
            insert.setNull(column, Types.VARCHAR);
        }
        for (int column = 14; column <= 16; column++) {
            insert.setNull(column, Types.BIGINT);
        }
        insert.setNull(19, Types.BIGINT);
    }

    private void setIndex(RecordIndex index) throws SQLException {
        insert.setBytes(7, Ids.bytes(index.decisionId()));
        insert.setString(8, index.service());
        insert.setString(9, index.environment());
        insert.setString(10, index.version());
        insert.setString(11, index.verdict());
        insert.setObject(14, names.idOf(index.rules()), Types.BIGINT);
        insert.setObject(15, names.idOf(index.routes()), Types.BIGINT);
        insert.setObject(16, EvaluatedAt.column(index.decisionId(), index.evaluatedAt()), Types.BIGINT);
        insert.setObject(19, index.isWaived() ? 1L : null, Types.BIGINT);
    }

    void execute() throws SQLException {
        insert.executeBatch();
        // Else the last content, which may be large, would be held until the next commit.
        insert.clearParameters();
    }

    /** Forgets the records of a commit that failed. Each commit begins with this. */
    void clear() throws SQLException {
        insert.clearBatch();
    }
}
