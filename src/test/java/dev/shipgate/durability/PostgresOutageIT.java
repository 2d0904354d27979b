package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.PostgresServer;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database server goes away, and comes back. */
class PostgresOutageIT {

    private static final int KILLS = 3;

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Random random = Seed.next();
    private final Acknowledged acknowledged = new Acknowledged();
    private final PostgresServer server = PostgresServer.started();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aServerThatStopsUnderLoadRefusesAndHealsWhenItIsBack() throws Exception {
        ServiceProcess service = services.onPostgres(server.jdbcUrl()).start();
        try (Load load = Load.on(service, acknowledged, random)) {
            for (int time = 0; time < 2; time++) {
                Outage.awaitAnswers(load, 300);
                if (time % 2 == 0) {
                    server.stop();
                } else {
                    server.stopImmediately();
                }
                Outage.awaitRefusal(service);
                server.start();
                Outage.awaitRecovery(service, acknowledged);
            }
            Outage.awaitAnswers(load, 300);
            load.end();
            assertThat(load.wrong()).isEmpty();
        }
        acknowledged.assertRecorded(service);
    }

    @Test
    void aServiceWithoutItsServerStartsRefusesAndHeals() throws Exception {
        server.stop();
        ServiceProcess service = services.onPostgres(server.jdbcUrl()).startWithoutStore();
        Outage.awaitRefusal(service);
        server.start();
        Outage.awaitRecovery(service, acknowledged);
        acknowledged.assertRecorded(service);
    }

    @Test
    void aServerThatStopsWhileNobodyAsksIsNoticed() throws Exception {
        ServiceProcess service = services.onPostgres(server.jdbcUrl()).start();
        Outage.decide(service, acknowledged);
        server.stop();
        Outage.awaitRefusal(service);
        server.start();
        Outage.awaitRecovery(service, acknowledged);
        acknowledged.assertRecorded(service);
    }

    @Test
    void aServiceThatIsKilledGoesOnWithItsChain() throws Exception {
        ServiceProcess service = services.onPostgres(server.jdbcUrl()).start();
        for (int kill = 0; kill < KILLS; kill++) {
            try (Load load = Load.on(service, acknowledged, random)) {
                Thread.sleep(random.nextInt(500, 2_000));
                service.kill();
                assertThat(load.wrong()).isEmpty();
            }
            service.start();
            acknowledged.assertRecorded(service);
        }
        assertThat(service.get("/v1/audit/verification").get("chains")).hasSize(1);
    }
}
