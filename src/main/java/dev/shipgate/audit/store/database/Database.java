package dev.shipgate.audit.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The database of records. Thread-safe. */
public interface Database extends AutoCloseable {

    /** Its name in health and logs. */
    String product();

    /**
     * Creates or migrates the schema where that is needed, and takes a chain that nobody else writes.
     *
     * @throws SQLException when it cannot be written now; trying again later may help
     */
    Chain openChain() throws SQLException;

    /** A connection to read with, to be closed soon: a long look at SQLite keeps its log from being cleared. */
    Connection reader() throws SQLException;

    /**
     * The damage to the database itself, so that not all that it holds is found; empty when there is none. Reads
     * all of it.
     *
     * @throws StoreUnreadableException when it cannot be read now
     */
    Optional<String> damage();

    /** Reads with a connection. */
    interface Query<T> {

        T read(Connection connection) throws SQLException;
    }

    /**
     * Reads, and gives the connection back.
     *
     * @throws StoreUnreadableException when it cannot be read now
     */
    default <T> T read(Query<T> query) {
        try (Connection connection = reader()) {
            return query.read(connection);
        } catch (SQLException e) {
            throw new StoreUnreadableException(e);
        }
    }

    @Override
    void close();
}
