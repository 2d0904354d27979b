package dev.shipgate.audit.store.walk;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.Dictionaries;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tables beside the chains: rulesets, and the names by which decisions are found; throws
 * {@link StoreUnreadableException} when it cannot. Thread-safe.
 */
public final class IndexWalk {

    private static final int MAX_SETS = 100;

    private final Database database;

    public IndexWalk(Database database) {
        this.database = database;
    }

    /**
     * A ruleset as it is stored.
     *
     * @param files compressed
     */
    public record StoredRuleset(String version, byte[] files) {}

    /** The numbers of all stored rulesets. */
    public List<Long> rulesets() {
        return database.read(connection ->
                Select.of("SELECT id FROM ruleset ORDER BY id").all(connection, found -> found.getLong(1)));
    }

    /** One of them; empty when it has gone meanwhile, with the last decision that referred to it. */
    public Optional<StoredRuleset> ruleset(long number) {
        return database.read(connection -> Select.of("SELECT version, files FROM ruleset WHERE id = ?", number)
                .first(connection, found -> new StoredRuleset(found.getString(1), found.getBytes(2))));
    }

    /** The first damaged dictionary, in words; empty when all are as they were stored. */
    public Optional<String> damagedDictionary() {
        return database.read(Dictionaries::damaged)
                .map(id -> "The dictionary " + id
                        + " does not have its hash, so no record can be read that was compressed with it.");
    }

    /** The first set of names whose members are not the names in it; empty when all are. */
    public Optional<String> namesThatDiffer() {
        long after = Long.MIN_VALUE;
        while (true) {
            long from = after;
            List<NameSet> some = database.read(connection -> NameSet.after(connection, from, MAX_SETS));
            Optional<NameSet> differing =
                    some.stream().filter(set -> !set.isWhole()).findFirst();
            if (differing.isPresent() || some.isEmpty()) {
                return differing.map(NameSet::names);
            }
            after = some.get(some.size() - 1).id();
        }
    }

    /** Whether there is a record of no chain: none that was written here, and no walk through a chain comes to it. */
    public boolean hasStray() {
        return database.read(Select.of("SELECT 1 FROM record "
                + "WHERE NOT EXISTS (SELECT 1 FROM chain WHERE chain.id = record.chain) LIMIT 1")::isAny);
    }
}
