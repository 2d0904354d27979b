package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which rules were active; throws {@link StoreUnreadableException} when it cannot. Thread-safe. */
public final class RulesetHistory {

    private static final String SELECT = "SELECT ruleset.version, activation.at_ms, activation.caller, "
            + "activation.source, activation.message, activation.source_commit FROM activation "
            + "JOIN ruleset ON ruleset.id = activation.ruleset JOIN chain ON chain.id = activation.chain ";

    private static final String NEWEST_FIRST =
            "ORDER BY COALESCE(activation.sequence, 0) DESC, activation.chain DESC, activation.position DESC";

    private final Database database;

    public RulesetHistory(Database database) {
        this.database = database;
    }

    /**
     * One time that rules became active.
     *
     * @param version of the rules
     * @param at when
     * @param caller the caller who made them active
     * @param source the way in which they became active
     * @param message why; null when nobody said
     * @param commit of the rules folder, as JSON; null where there is none
     */
    public record StoredActivation(
            String version,
            Instant at,
            String caller,
            String source,
            @Nullable String message,
            @Nullable String commit) {}

    /** The newest activation in a chain; empty when it has none. */
    public Optional<StoredActivation> newestOf(String chain) {
        return database.read(connection -> Select.of(
                        SELECT + "WHERE chain.name = ? ORDER BY activation.position DESC LIMIT 1", chain)
                .first(connection, RulesetHistory::activation));
    }

    /** All activations, in the order in which they were written, last one first. */
    public List<StoredActivation> all() {
        return all(Select.of(SELECT + NEWEST_FIRST));
    }

    /** All activations of one version, in the same order. */
    public List<StoredActivation> of(String version) {
        return all(Select.of(SELECT + "WHERE ruleset.version = ? " + NEWEST_FIRST, version));
    }

    private List<StoredActivation> all(Select select) {
        return database.read(connection -> select.all(connection, RulesetHistory::activation));
    }

    private static StoredActivation activation(ResultSet found) throws SQLException {
        return new StoredActivation(
                found.getString(1),
                Instant.ofEpochMilli(found.getLong(2)),
                found.getString(3),
                found.getString(4),
                found.getString(5),
                found.getString(6));
    }
}
