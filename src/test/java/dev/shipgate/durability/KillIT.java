package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The process is killed under load, again and again, on the same data. */
class KillIT {

    /** As many as there is time for where each change is judged; more with {@code -Dshipgate.kills=100}. */
    private static final int KILLS = Integer.getInteger("shipgate.kills", 6);

    private static final int SHORTEST_LOAD_MILLIS = 200;
    private static final int LONGEST_LOAD_MILLIS = 2_000;

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    @Test
    void everyAnsweredDecisionOutlivesTheProcess() throws Exception {
        Random random = Seed.next();
        Acknowledged acknowledged = new Acknowledged();
        ServiceProcess service = services.onSqlite(DataFolder.fresh()).start();
        int recorded = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Load load = Load.on(service, acknowledged, random)) {
                Thread.sleep(random.nextInt(SHORTEST_LOAD_MILLIS, LONGEST_LOAD_MILLIS));
                service.kill();
                assertThat(load.wrong()).isEmpty();
            }
            service.start();
            recorded = acknowledged.assertRecorded(service);
        }
        System.out.println(
                acknowledged.size() + " decisions acknowledged, " + recorded + " recorded, over " + KILLS + " kills");
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
    }

    @Test
    void aStopUnderLoadLosesNothingEither() throws Exception {
        Acknowledged acknowledged = new Acknowledged();
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
