package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.access.ProcessKeys;
import dev.shipgate.access.Roles;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The process is killed under load, again and again, on the same data. Clients have releases judged, and operators
 * grant waivers, revoke them, and mark what shipped.
 */
class KillIT {

    /** As many as there is time for where each change is judged; more with {@code -Dshipgate.kills=100}. */
    private static final int KILLS = Integer.getInteger("shipgate.kills", 6);

    private static final int OPERATORS = 8;
    private static final int SHORTEST_LOAD_MILLIS = 200;
    private static final int LONGEST_LOAD_MILLIS = 2_000;

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Acknowledged acknowledged = new Acknowledged();
    private final AcknowledgedEvents events = new AcknowledgedEvents();

    @Test
    void everyAnsweredDecisionWaiverAndMarkOutlivesTheProcess() throws Exception {
        Random random = Seed.next();
        Path data = DataFolder.fresh();
        ProcessKeys keys = new ProcessKeys(data.resolve("keys.json"));
        String waiveKey = keys.add(Roles.WAIVE, Roles.WAIVE);
        ServiceProcess service = services.onKeys(data, keys.file())
                .askedWith(keys.add("pipeline", Roles.EVALUATE, Roles.AUDIT))
                .start();
        List<Operator> operators = Operator.several(OPERATORS, service, waiveKey, acknowledged, events, random);
        int recorded = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int before = events.answered();
            try (Load load = Load.on(service, acknowledged, random).beside(operators)) {
                // A service that has just started is slow, and what it has not answered yet cannot be lost.
                await("answers").atMost(Duration.ofMinutes(1)).until(() -> events.answered() >= before + 2 * OPERATORS);
                Thread.sleep(random.nextInt(SHORTEST_LOAD_MILLIS, LONGEST_LOAD_MILLIS));
                service.kill();
                assertThat(load.wrong()).isEmpty();
            }
            service.start();
            recorded = acknowledged.assertRecorded(service);
            events.assertListed(service);
        }
        System.out.println(acknowledged.size() + " decisions, " + events.waivers() + " waivers, "
                + events.revocations() + " revocations and " + events.marks() + " marks acknowledged, " + recorded
                + " decisions recorded, over " + KILLS + " kills");
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
        assertThat(events.waivers()).isGreaterThan(events.revocations());
        assertThat(events.revocations()).isPositive();
        assertThat(events.marks()).isPositive();
    }

    @Test
    void aStopUnderLoadLosesNothingEither() throws Exception {
        ServiceProcess service = services.onSqlite(DataFolder.fresh()).start();
        try (Load load = Load.on(service, acknowledged, Seed.next())) {
            Thread.sleep(LONGEST_LOAD_MILLIS);
            service.stop();
            assertThat(load.wrong()).isEmpty();
        }
        service.start();
        acknowledged.assertRecorded(service);
    }
}
