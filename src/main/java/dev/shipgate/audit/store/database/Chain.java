package dev.shipgate.audit.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The right to append to one chain, and the connection to do it with.
 *
 * @param connection with transactions to be committed
 * @param id of the chain in the database
 * @param name of the chain in records
 * @param database the database as it was opened, which may have gone from its place since
 */
public record Chain(Connection connection, long id, String name, OpenDatabase database) implements AutoCloseable {

    /** The database, as long as it is open. */
    public interface OpenDatabase extends AutoCloseable {

        /**
         * Makes sure that it still is where it was.
         *
         * @throws SQLException when records that are written now would be lost
         */
        void requirePresent() throws SQLException;

        /**
         * A number above those of all committed records, whichever chain they are of; null where there is only one
         * chain.
         */
        @Nullable
        Long nextInSequence() throws SQLException;

        /** Lets the database tidy up when the connection is closed: nothing went wrong with it. */
        default void settle() throws SQLException {}

        /** Lets another writer have the chain. */
        @Override
        void close() throws SQLException;
    }

    /** To be said before a chain is closed that all went well with. */
    public void settle() throws SQLException {
        database.settle();
    }

    @Override
    public void close() throws SQLException {
        try (database) {
            connection.close();
        }
    }
}
