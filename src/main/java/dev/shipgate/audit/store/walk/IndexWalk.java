package dev.shipgate.audit.store.walk;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what stands beside the chains: rulesets, and the names by which decisions are found; throws
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
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM ruleset ORDER BY id");
                    ResultSet found = select.executeQuery()) {
                List<Long> numbers = new ArrayList<>();
                while (found.next()) {
                    numbers.add(found.getLong(1));
                }
                return numbers;
            }
        });
    }

    /** One of them; empty when it has gone meanwhile, with the last decision that referred to it. */
    public Optional<StoredRuleset> ruleset(long number) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT version, files FROM ruleset WHERE id = ?")) {
                select.setLong(1, number);
                try (ResultSet found = select.executeQuery()) {
                    return found.next()
                            ? Optional.of(new StoredRuleset(found.getString(1), found.getBytes(2)))
                            : Optional.empty();
                }
            }
        });
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
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM record "
                            + "WHERE NOT EXISTS (SELECT 1 FROM chain WHERE chain.id = record.chain) LIMIT 1");
                    ResultSet found = select.executeQuery()) {
                return found.next();
            }
        });
    }
}
