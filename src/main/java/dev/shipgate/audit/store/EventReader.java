package dev.shipgate.audit.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Reads events of the log; throws {@link StoreUnreadableException} when it cannot. Thread-safe. */
public final class EventReader {

    private final Database database;

    public EventReader(Database database) {
        this.database = database;
    }

    /**
     * The newest events of each chain, whole.
     *
     * @param count the most of each chain
     */
    public List<StoredRecord> newest(int count) {
        List<StoredRecord> events = new ArrayList<>();
        for (ChainWalk.ChainName chain : new ChainWalk(database).chains()) {
            events.addAll(newest(chain, count));
        }
        return events;
    }

    private List<StoredRecord> newest(ChainWalk.ChainName chain, int count) {
        return database.read(connection -> {
            // The plus keeps SQLite from looking for the few events among all records of the chain.
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT position, previous_hash, hash, content FROM record WHERE +chain = ? AND kind IN (?, ?, ?) "
                            + "ORDER BY position DESC LIMIT ?")) {
                select.setLong(1, chain.id());
                select.setString(2, EventIndex.ACTIVATED);
                select.setString(3, EventIndex.REFUSED);
                select.setString(4, Checkpoint.KIND);
                select.setInt(5, count);
                try (ResultSet found = select.executeQuery()) {
                    List<StoredRecord> events = new ArrayList<>();
                    while (found.next()) {
                        events.add(new StoredRecord(
                                null,
                                chain.name(),
                                found.getLong(1),
                                found.getBytes(2),
                                found.getBytes(3),
                                found.getBytes(4)));
                    }
                    return events;
                }
            }
        });
    }
}
