package dev.shipgate.audit.store.database;

import dev.shipgate.audit.store.schema.Schema;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * A database in a file: one process writes it, any number may read. Each commit is on disk when it returns
 * ({@code synchronous=FULL}), and readers do not wait for the writer (WAL).
 */
public final class SqliteDatabase implements Database {

    private static final String FILE = "audit.db";

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Path folder;
    private final Path file;
    private final SqliteFiles files;
    private final AgroalDataSource readers;
    private volatile boolean opened;

    public SqliteDatabase(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.file = this.folder.resolve(FILE);
        this.files = new SqliteFiles(this.folder, file);
        this.readers =
                ReaderPool.open(JDBC.class, "jdbc:sqlite:" + file, reading().toProperties());
    }

    private static SQLiteConfig reading() {
        SQLiteConfig reading = configuration();
        reading.setReadOnly(true);
        reading.resetOpenMode(SQLiteOpenMode.CREATE);
        return reading;
    }

    private static SQLiteConfig configuration() {
        SQLiteConfig configuration = new SQLiteConfig();
        configuration.setJournalMode(JournalMode.WAL);
        configuration.setSynchronous(SynchronousMode.FULL);
        configuration.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        configuration.enforceForeignKeys(true);
        return configuration;
    }

    @Override
    public String product() {
        return "SQLite";
    }

    @Override
    public Chain openChain() throws SQLException {
        if (opened && !Files.exists(file)) {
            // A new one would begin a new chain, as if nothing had been there.
            throw new SQLException("The database file is gone");
        }
        SqliteOpenFile place = lock();
        Connection connection = null;
        try {
            if (Files.exists(file)) {
                place.anchor(anchor());
            }
            makeFile();
            SQLiteDataSource database = new SQLiteDataSource(configuration());
            database.setUrl("jdbc:sqlite:" + file);
            Schema.SQLITE.migrate(database);
            connection = database.getConnection();
            connection.setAutoCommit(false);
            place.identify();
            if (!place.hasAnchor()) {
                place.anchor(anchor());
            }
            if (opened) {
                // Those to a file that was replaced would go on reading that.
                readers.flush(AgroalDataSource.FlushMode.GRACEFUL);
            }
            opened = true;
            Salt.make(connection);
            Chain chain = onlyChain(connection, place);
            connection.commit();
            return chain;
        } catch (SQLException | RuntimeException | Error e) {
            // The lock is released also when the connection fails to close: no other attempt could take it.
            try (place) {
                if (connection != null) {
                    connection.close();
                }
            }
            throw e;
        }
    }

    /**
     * A reader, beside which no writer is the last to close the database. The last one puts the log of writes into the
     * database, which takes a while, and deletes the log by its name. Should another database have come to that place
     * meanwhile, its log would be deleted, with decisions that were answered. A reader deletes nothing.
     */
    private Connection anchor() throws SQLException {
        SQLiteDataSource database = new SQLiteDataSource(reading());
        database.setUrl("jdbc:sqlite:" + file);
        Connection reader = database.getConnection();
        // It is there for others from its first reading on.
        try (Statement statement = reader.createStatement();
                ResultSet tables = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            tables.next();
            return reader;
        } catch (SQLException | RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    private static Chain onlyChain(Connection connection, SqliteOpenFile place) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet chains = statement.executeQuery("SELECT id, name FROM chain ORDER BY id LIMIT 1")) {
                if (chains.next()) {
                    return new Chain(connection, chains.getLong(1), chains.getString(2), place);
                }
            }
            String name = UUID.randomUUID().toString();
            statement.executeUpdate("INSERT INTO chain (id, name) VALUES (1, '" + name + "')");
            return new Chain(connection, 1, name, place);
        }
    }

    private SqliteOpenFile lock() throws SQLException {
        try {
            FileChannel lock = files.lock();
            if (lock == null) {
                throw new SQLException("Another process writes the database in " + folder);
            }
            return new SqliteOpenFile(file, lock);
        } catch (IOException e) {
            throw new SQLException("The folder of the database, " + folder + ", cannot be written by " + user(), e);
        }
    }

    private void makeFile() throws SQLException {
        try {
            if (!files.makeDatabase() && !opened) {
                files.warnOfOthers();
            }
        } catch (IOException e) {
            throw new SQLException("The database file cannot be made in " + folder + " by " + user(), e);
        }
    }

    @Override
    public Connection reader() throws SQLException {
        if (!Files.exists(file)) {
            // A file in a folder that may not be read does not exist either.
            throw new SQLException(
                    Files.exists(folder) && !Files.isReadable(folder)
                            ? "The folder of the database, " + folder + ", cannot be read by " + user()
                            : "There is no audit database in " + folder);
        }
        try {
            return readers.getConnection();
        } catch (SQLException e) {
            if (Files.isWritable(folder) && Files.isWritable(file)) {
                throw e;
            }
            // Readers and the writer find each other through files beside the database.
            throw new SQLException(
                    "To read the database in " + folder + ", " + user()
                            + " needs permission to write there. Maybe read a copy of the folder?",
                    e);
        }
    }

    private static String user() {
        return "the user " + System.getProperty("user.name");
    }

    @Override
    public Optional<String> damage() {
        return read(SqliteIntegrity::damage);
    }

    @Override
    public void close() {
        readers.close();
    }
}
