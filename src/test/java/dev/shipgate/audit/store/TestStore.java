package dev.shipgate.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.PostgresDatabase;
import dev.shipgate.audit.store.database.SqliteDatabase;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.DecisionRow;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.RecordText;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.Housekeeping;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.audit.verification.Verification;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store with nothing in it, on one of the databases, and the operations of tests on it. */
public final class TestStore implements AutoCloseable {

    /** The databases that Shipgate knows. */
    public enum Product {
        SQLITE,
        POSTGRESQL
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MAX_FOUND = 500;

    public final Database database;
    public final RecordReader reader;
    public final AtomicInteger commits = new AtomicInteger();
    private final String url;
    private final Supplier<Database> opener;
    private final List<GroupCommit> writers = new ArrayList<>();

    private TestStore(String url, Supplier<Database> opener) {
        this.url = url;
        this.opener = opener;
        this.database = opener.get();
        this.reader = new RecordReader(database);
    }

    public static TestStore empty(Product product) {
        return switch (product) {
            case SQLITE -> sqlite(DataFolder.fresh());
            case POSTGRESQL -> postgres(PostgresServer.shared().createDatabase());
        };
    }

    public static TestStore sqlite(Path folder) {
        return new TestStore("jdbc:sqlite:" + folder.resolve("audit.db"), () -> new SqliteDatabase(folder));
    }

    static TestStore postgres(String url) {
        return new TestStore(url, () -> new PostgresDatabase(url, null, null));
    }

    public String url() {
        return url;
    }

    /** The same store, as a service that is started again sees it. */
    public TestStore restarted() {
        close();
        return new TestStore(url, opener);
    }

    /** A writer that keeps everything. */
    public GroupCommit writer() {
        return writer(OptionalInt.empty());
    }

    GroupCommit writer(OptionalInt retentionDays) {
        return writer(retentionDays, 10_000, PATIENCE);
    }

    /** One for which so many records may wait, and each so long. */
    public GroupCommit writer(int capacity, Duration timeout) {
        return writer(OptionalInt.empty(), capacity, timeout);
    }

    private GroupCommit writer(OptionalInt retentionDays, int capacity, Duration timeout) {
        GroupCommit writer = new GroupCommit(
                database,
                new Housekeeping(retentionDays),
                (records, duration) -> commits.incrementAndGet(),
                capacity,
                timeout);
        writers.add(writer);
        try {
            writer.start(PATIENCE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return writer;
    }

    /** Records decisions of the milliseconds 1, 2, 3 ... after 1970, each in a commit of its own. */
    public GroupCommit writerAfter(int decisions) {
        GroupCommit writer = writer();
        for (int i = 1; i <= decisions; i++) {
            write(writer, TestDecision.at(i));
        }
        return writer;
    }

    public static void write(GroupCommit writer, TestDecision decision) {
        try {
            assertThat(writer.write(decision.record())).isEmpty();
        } catch (WriteFailedException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    public VerificationReport verify(String... knownHashes) {
        return new Verification(database).run(Set.of(knownHashes));
    }

    /** The decisions that fit, which are as many as the store counts. */
    public List<UUID> find(DecisionFilter filter) {
        List<UUID> found = reader.rows(filter, MAX_FOUND).stream()
                .map(DecisionRow::decisionId)
                .toList();
        assertThat(reader.count(filter, MAX_FOUND)).isEqualTo(found.size());
        return found;
    }

    public StoredRecord stored(UUID decision) {
        return reader.record(decision).orElseThrow();
    }

    /** A record as callers get it: one line. */
    public String line(UUID decision) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            RecordText.write(stored(decision), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Changes rows behind the back of the service. */
    public int execute(String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The same for several statements, on one connection that keeps no rule of the database. */
    public void executeAll(String... sqls) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : sqls) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", sqls), e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    public long count(String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        writers.forEach(GroupCommit::close);
        database.close();
    }
}
