package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.loadgate.GateClient;
import dev.shipgate.testing.PostgresServer;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import dev.shipgate.testing.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way to the database server breaks in the middle. */
class PostgresConnectionIT {

    private static final String WRITER = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
            + "AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Random random = Seed.next();
    private final Acknowledged acknowledged = new Acknowledged();
    private final String database = PostgresServer.shared().createDatabase();

    @Test
    void aWriterWhoseConnectionTheServerEndsGoesOnWithItsChain() throws Exception {
        ServiceProcess service = services.onPostgres(database).start();
        try (Load load = Load.on(service, acknowledged, random)) {
            for (int time = 0; time < 6; time++) {
                Outage.awaitAnswers(load, 100 + random.nextInt(200));
                Sql.run(database, WRITER);
            }
            Outage.awaitAnswers(load, 300);
            load.end();
            assertThat(load.refused()).isPositive();
            assertThat(load.wrong()).isEmpty();
        }
        acknowledged.assertRecorded(service);
        // The content that was to be recorded is not to be found in the log instead.
        assertThat(service.log()).contains("could not be recorded").doesNotContain("INSERT INTO record");
    }

    @Test
    void connectionsThatAreCutInTheMiddleLoseNothing() throws Exception {
        try (TcpProxy proxy = TcpProxy.before(database)) {
            ServiceProcess service =
                    services.onPostgres(proxy.through(database)).start();
            try (Load load = Load.on(service, acknowledged, random)) {
                for (int time = 0; time < 6; time++) {
                    Outage.awaitAnswers(load, 100 + random.nextInt(200));
                    proxy.cut();
                }
                Outage.awaitAnswers(load, 300);
                load.end();
                assertThat(load.refused()).isPositive();
                assertThat(load.wrong()).isEmpty();
            }
            acknowledged.assertRecorded(service);
        }
    }

    /** A server that takes data and does not answer, like one behind a network that is cut. */
    @Test
    void aServerThatFallsSilentHoldsCallersForTheCommitTimeoutOnce() throws Exception {
        try (TcpProxy proxy = TcpProxy.before(database)) {
            ServiceProcess service =
                    services.onPostgres(proxy.through(database)).start();
            try (Load load = Load.on(service, acknowledged, random)) {
                Outage.awaitAnswers(load, 300);
                proxy.freeze();
                Outage.awaitRefusal(service);
                long startNanos = System.nanoTime();
                Outage.assertRefuses(service);
                assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(1));
                proxy.thaw();
                Outage.awaitRecovery(service, acknowledged);
                Outage.awaitAnswers(load, 300);
                load.end();
                assertThat(load.wrong()).isEmpty();
                assertThat(load.longest()).isLessThan(Duration.ofSeconds(20));
                System.out.println("The longest wait for an answer was " + load.longest());
            }
            acknowledged.assertRecorded(service);
        }
    }

    /** The transaction that it had begun to commit holds the key that the caller posts again, to another replica. */
    @Test
    void aLostConnectionTheServerStillHoldsKeepsItsKeyFromNobody() throws Exception {
        try (TcpProxy proxy = TcpProxy.before(database)) {
            ServiceProcess cutOff = services.onPostgres(proxy.through(database)).start();
            ServiceProcess other = services.onPostgres(database).start();
            Outage.decide(cutOff, acknowledged);
            proxy.freezeAfter("INSERT INTO idempotency_key");
            CompletableFuture<Integer> refused = CompletableFuture.supplyAsync(() -> statusOfKey(cutOff));
            await("frozen").until(proxy::isFrozen);

            assertThat(statusOfKey(other)).isEqualTo(200);
            assertThat(refused.get()).isEqualTo(503);

            proxy.thaw();
            Outage.awaitRecovery(cutOff, acknowledged);
            assertThat(statusOfKey(cutOff)).isEqualTo(200);
            acknowledged.assertRecorded(other);
        }
    }

    private int statusOfKey(ServiceProcess service) {
        try {
            HttpResponse<byte[]> response = service.post(
                    "/v1/load-gate",
                    GateClient.bookTable(GateClient.WITHIN_BUDGET),
                    Map.of("Idempotency-Key", "posted-again"));
            if (response.statusCode() == 200) {
                acknowledged.add("posted-again", response.body());
            }
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
