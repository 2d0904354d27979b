package dev.shipgate.audit.store.database;

import dev.shipgate.audit.store.schema.Schema;
import dev.shipgate.audit.store.schema.SchemaCheck;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on a server, for any number of replicas. Each writes a chain of its own. */
public final class PostgresDatabase implements Database {

    /** The number that the locks of chains begin with; any one that no other program uses. */
    private static final int LOCKS = 0x53484950;

    private static final String CONNECT_TIMEOUT_SECONDS = "5";
    private static final String SOCKET_TIMEOUT_SECONDS = "15";
    private static final int IDLE_IN_TRANSACTION_MILLIS = 5_000;
    private static final int LOCK_TIMEOUT_MILLIS = 7_000;

    private final PGSimpleDataSource writers = new PGSimpleDataSource();
    private final AgroalDataSource readers;

    /** @param url that begins with {@code jdbc:postgresql:} */
    public PostgresDatabase(String url, @Nullable String username, @Nullable String password) {
        Properties properties = new Properties();
        if (username != null) {
            properties.setProperty("user", username);
            writers.setUser(username);
        }
        if (password != null) {
            properties.setProperty("password", password);
            writers.setPassword(password);
        }
        properties.setProperty("ApplicationName", "shipgate");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        // The details of an error have values of rows, which do not belong in a log.
        properties.setProperty("logServerErrorDetail", "false");
        writers.setUrl(url);
        writers.setApplicationName("shipgate");
        writers.setConnectTimeout(Integer.parseInt(CONNECT_TIMEOUT_SECONDS));
        writers.setSocketTimeout(Integer.parseInt(SOCKET_TIMEOUT_SECONDS));
        writers.setTcpKeepAlive(true);
        writers.setLogServerErrorDetail(false);
        writers.setReWriteBatchedInserts(true);
        readers = ReaderPool.open(Driver.class, url, properties);
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public Chain openChain() throws SQLException {
        Schema.POSTGRESQL.migrate(writers);
        Connection connection = writers.getConnection();
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // A server may be set to answer before a commit is on disk.
                statement.execute("SET synchronous_commit = on");
                // A writer that was cut off in the middle of a commit must not keep others from its keys and names.
                statement.execute("SET idle_in_transaction_session_timeout = " + IDLE_IN_TRANSACTION_MILLIS);
                statement.execute("SET lock_timeout = " + LOCK_TIMEOUT_MILLIS);
            }
            Salt.make(connection);
            Chain chain = claim(connection);
            connection.commit();
            return chain;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** The first chain that nobody writes, or a new one. The claim ends with the connection. */
    private static Chain claim(Connection connection) throws SQLException {
        for (Chain chain : chains(connection)) {
            if (tryLock(chain)) {
                return chain;
            }
        }
        String name = UUID.randomUUID().toString();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO chain (name) VALUES (?) RETURNING id")) {
            insert.setString(1, name);
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                Chain chain = new Chain(connection, inserted.getLong(1), name, new Server(connection));
                if (!tryLock(chain)) {
                    throw new SQLException("A new chain is locked");
                }
                return chain;
            }
        }
    }

    private static List<Chain> chains(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, name FROM chain ORDER BY id")) {
            List<Chain> chains = new ArrayList<>();
            while (rows.next()) {
                chains.add(new Chain(connection, rows.getLong(1), rows.getString(2), new Server(connection)));
            }
            return chains;
        }
    }

    private static boolean tryLock(Chain chain) throws SQLException {
        try (PreparedStatement lock = chain.connection().prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCKS);
            lock.setInt(2, Math.toIntExact(chain.id()));
            try (ResultSet locked = lock.executeQuery()) {
                return locked.next() && locked.getBoolean(1);
            }
        }
    }

    /** A server that goes away ends the connection, and that is noticed there. */
    private record Server(Connection connection) implements Chain.OpenDatabase {

        @Override
        public void requirePresent() {
            // The next statement fails if it is not.
        }

        @Override
        public Long nextInSequence() throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet next = statement.executeQuery("SELECT nextval('record_sequence')")) {
                next.next();
                return next.getLong(1);
            }
        }

        @Override
        public void close() {
            // The lock ends with the connection.
        }
    }

    @Override
    public Connection reader() throws SQLException {
        return readers.getConnection();
    }

    /** The schema alone: the server itself sees to the types of values and to its indexes. */
    @Override
    public Optional<String> damage() {
        return read(SchemaCheck::differenceOfPostgres);
    }

    @Override
    public void close() {
        readers.close();
    }
}
