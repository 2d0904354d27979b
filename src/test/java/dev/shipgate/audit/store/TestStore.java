package dev.shipgate.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.audit.store.GroupCommit.RefusedException;
import dev.shipgate.audit.store.RecordIndex.FiredRule;
import dev.shipgate.audit.store.RecordIndex.RulesetText;
import dev.shipgate.audit.verification.Verification;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.audit.verification.VerificationReport.Misfit;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store with nothing in it, on one of the databases, and what a test does to it. */
final class TestStore implements AutoCloseable {

    /** The databases that Shipgate knows. */
    enum Product {
        SQLITE,
        POSTGRESQL
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Product product;
    private final String url;
    private final List<GroupCommit> open = new ArrayList<>();
    final Database database;
    final RecordReader reader;
    final AtomicInteger commits = new AtomicInteger();

    private TestStore(Product product, String url, Database database) {
        this.product = product;
        this.url = url;
        this.database = database;
        this.reader = new RecordReader(database);
    }

    static TestStore empty(Product product) {
        return switch (product) {
            case SQLITE -> {
                var folder = DataFolder.fresh();
                yield new TestStore(product, "jdbc:sqlite:" + folder.resolve("audit.db"), new SqliteDatabase(folder));
            }
            case POSTGRESQL -> {
                String url = PostgresServer.shared().createDatabase();
                yield new TestStore(product, url, new PostgresDatabase(url, null, null));
            }
        };
    }

    /** A writer that keeps everything. */
    GroupCommit writer() throws InterruptedException {
        return writer(OptionalInt.empty());
    }

    GroupCommit writer(OptionalInt retentionDays) throws InterruptedException {
        GroupCommit writer = new GroupCommit(
                database,
                new Housekeeping(retentionDays),
                (records, duration) -> commits.incrementAndGet(),
                1_000,
                Duration.ofSeconds(10));
        writer.start(Duration.ofSeconds(10));
        open.add(writer);
        return writer;
    }

    /** A decision to be written; what is not said is the same for all. */
    static ObjectNode decision(UUID id) {
        ObjectNode head = JSON.createObjectNode();
        head.put("decision_id", id.toString());
        head.put("kind", "load_gate");
        head.put("service", "voice-agent");
        head.put("environment", "production");
        head.put("version", "1");
        head.put("verdict", "pass");
        head.put("caller", "127.0.0.1");
        head.putObject("ruleset").put("version", ruleset("a").version());
        head.putArray("routes").add("book_table");
        head.putObject("firings").put("total", 2).putObject("by_rule").put("latency is within budget", 2);
        return head;
    }

    static RulesetFiles ruleset(String text) {
        return RulesetFiles.of(List.of(RuleFile.of("load-gate/a.drl", text.getBytes(StandardCharsets.UTF_8))));
    }

    static NewRecord record(ObjectNode head, NewRecord.@Nullable Claim claim) {
        return record(head, "{\"service\":\"voice-agent\"}", claim);
    }

    static NewRecord record(ObjectNode head, String request, NewRecord.@Nullable Claim claim) {
        RecordContent content = new RecordContent();
        try (content) {
            String json = head.toString();
            content.write((json.substring(0, json.length() - 1) + ",\"request\":" + request
                            + ",\"response\":{\"ship\":true},\"rules_fired\":[]")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NewRecord(head.path("kind").asText(), content, index(head), claim);
    }

    private static RecordIndex index(ObjectNode head) {
        Map<FiredRule, Integer> fired = new LinkedHashMap<>();
        head.at("/firings/by_rule")
                .properties()
                .forEach(rule -> fired.put(
                        new FiredRule("shipgate.loadgate", rule.getKey()),
                        rule.getValue().asInt()));
        List<String> routes = new ArrayList<>();
        head.path("routes").forEach(route -> routes.add(route.asText()));
        String version = head.at("/ruleset/version").asText();
        return new RecordIndex(
                UUID.fromString(head.path("decision_id").asText()),
                head.path("kind").asText(),
                head.path("service").asText(),
                head.path("environment").asText(),
                head.path("version").asText(),
                head.path("verdict").asText(),
                head.path("caller").asText(),
                new RulesetText(version, () -> files(version)),
                fired.keySet().stream().map(FiredRule::rule).toList(),
                routes,
                fired);
    }

    private static byte[] files(String version) {
        for (String text : List.of("a", "b")) {
            if (ruleset(text).version().equals(version)) {
                try {
                    return JSON.writeValueAsBytes(Map.of("load-gate/a.drl", text));
                } catch (JsonProcessingException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalArgumentException(version);
    }

    /** Writes some decisions with the ids 1, 2, 3 ... of a millisecond. */
    static void write(GroupCommit writer, int count) throws RefusedException {
        for (int i = 1; i <= count; i++) {
            assertThat(writer.write(record(decision(id(i)), null))).isEmpty();
        }
    }

    /** An id that was made this many milliseconds after 1970. */
    static UUID id(long millis) {
        return new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L | millis);
    }

    /** What the walk finds first, when it finds anything. */
    static Misfit misfit(VerificationReport report) {
        assertThat(report.intact()).isFalse();
        return Objects.requireNonNull(report.firstMisfit());
    }

    VerificationReport verify(String... knownHashes) {
        return new Verification(database).run(Set.of(knownHashes));
    }

    /** Changes rows behind the back of the service. */
    int execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** A text as the database writes bytes. */
    String bytes(String hex) {
        return product == Product.SQLITE ? "x'" + hex + "'" : "'\\x" + hex + "'::bytea";
    }

    @Override
    public void close() {
        open.forEach(GroupCommit::close);
        database.close();
    }
}
