package dev.shipgate.audit.store.walk;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.Checkpoint;
import dev.shipgate.audit.store.record.Dictionaries;
import dev.shipgate.audit.store.record.Link;
import dev.shipgate.audit.store.record.RecordText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads chains from their first record to their last, a little at a time; throws
 * {@link StoreUnreadableException} when it cannot. Thread-safe.
 */
public final class ChainWalk {

    private static final int MAX_RECORDS = 100;
    private static final long MAX_BYTES = 16 << 20;

    private final Database database;
    private final Dictionaries dictionaries = new Dictionaries();

    public ChainWalk(Database database) {
        this.database = database;
    }

    /** A chain of the database. */
    public record ChainName(long id, String name) {}

    public List<ChainName> chains() {
        return database.read(connection -> Select.of("SELECT id, name FROM chain ORDER BY id")
                .all(connection, found -> new ChainName(found.getLong(1), found.getString(2))));
    }

    /** How many records all chains have, as their first and last places say: to count them would read them all. */
    public long records() {
        return database.read(connection -> Select.of("SELECT COALESCE(SUM(last - first + 1), 0) FROM (SELECT "
                        + "(SELECT position FROM record WHERE chain = c.id ORDER BY position LIMIT 1) AS first, "
                        + "(SELECT position FROM record WHERE chain = c.id ORDER BY position DESC LIMIT 1) AS last "
                        + "FROM chain c) AS ends")
                .first(connection, found -> found.getLong(1))
                .orElseThrow());
    }

    /** Some records of a chain from a position on, in order; none beyond the end of the chain. */
    public List<Link> from(ChainName chain, long position) {
        return database.read(connection -> {
            OptionalLong last = lastOfSome(connection, chain, position);
            return last.isPresent() ? between(connection, chain, position, last.getAsLong()) : List.of();
        });
    }

    /** As many records as memory should hold, and at least one: a driver may take all that a query finds at once. */
    private static OptionalLong lastOfSome(Connection connection, ChainName chain, long first) throws SQLException {
        Select select = Select.of(
                "SELECT position, length(content) FROM record WHERE chain = ? AND position >= ? ORDER BY position "
                        + "LIMIT ?",
                chain.id(),
                first,
                MAX_RECORDS);
        return select.run(connection, found -> {
            OptionalLong last = OptionalLong.empty();
            long bytes = 0;
            while (found.next()) {
                bytes += found.getLong(2);
                if (last.isPresent() && bytes > MAX_BYTES) {
                    return last;
                }
                last = OptionalLong.of(found.getLong(1));
            }
            return last;
        });
    }

    private List<Link> between(Connection connection, ChainName chain, long first, long last) throws SQLException {
        return Select.of(
                        Link.select(connection, dictionaries)
                                + "WHERE r.chain = ? AND r.position >= ? AND r.position <= ? ORDER BY r.position",
                        chain.id(),
                        first,
                        last)
                .all(connection, found -> Link.read(connection, found, dictionaries));
    }

    /** Where the record is that says it follows this hash; empty when there is none. */
    public OptionalLong follower(ChainName chain, byte[] hash, long except) {
        return find("previous_hash", chain, hash, except);
    }

    /** Where the record with this hash is; empty when there is none. */
    public OptionalLong position(ChainName chain, byte[] hash, long except) {
        return find("hash", chain, hash, except);
    }

    private OptionalLong find(String column, ChainName chain, byte[] hash, long except) {
        Select select = Select.of(
                "SELECT position FROM record WHERE chain = ? AND " + column
                        + " = ? AND position <> ? ORDER BY position LIMIT 1",
                chain.id(),
                hash,
                except);
        return database.read(connection -> select.run(
                connection, found -> found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty()));
    }

    /** Where a walk through a chain begins. */
    public Beginning beginning(ChainName chain) {
        return database.read(connection -> {
            Checkpoint newest = Checkpoint.newest(connection, chain.id());
            RemovedTo removed = newest == null ? null : new RemovedTo(newest.removedTo(), newest.removedToHash());
            Select first = Select.of(
                    "SELECT position, previous_hash FROM record WHERE chain = ? ORDER BY position LIMIT 1", chain.id());
            return first.run(
                    connection,
                    found -> found.next() && removed != null && found.getLong(1) <= removed.position()
                            ? new Beginning(found.getLong(1) - 1, found.getBytes(2), removed)
                            : new Beginning(removed));
        });
    }

    /**
     * The predecessor of the first record.
     *
     * @param position of the predecessor: the last record that is gone, or 0 when none is
     * @param hash of the predecessor
     * @param removed the last record that retention removes, as the newest checkpoint says; null when there is no
     *     checkpoint. When it is beyond {@code position} the removal has not come to its end
     */
    public record Beginning(
            long position, byte[] hash, @Nullable RemovedTo removed) {

        private Beginning(@Nullable RemovedTo removed) {
            this(
                    removed == null ? 0 : removed.position(),
                    removed == null ? RecordText.genesis() : removed.hash(),
                    removed);
        }

        /** Whether more was removed since. */
        public boolean isBefore(Beginning later) {
            return position < later.position || removedTo() < later.removedTo();
        }

        private long removedTo() {
            return removed == null ? 0 : removed.position();
        }
    }

    /** The last record that was removed, or will be. */
    public record RemovedTo(long position, byte[] hash) {}
}
