package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The disk of the embedded database has no space left. */
class SqliteDiskFullIT {

    /** The write-ahead log alone may take 16 before it is begun anew. */
    private static final int MEGABYTES = 64;

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Random random = Seed.next();
    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void aFullDiskRefusesAndHealsWhenThereIsSpaceAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(MEGABYTES)) {
            ServiceProcess service = services.onSqlite(disk.folder()).start();
            try (Load load = Load.on(service, acknowledged, random)) {
                for (int time = 0; time < 3; time++) {
                    Outage.awaitAnswers(load, 300);
                    long refusedBefore = load.refused();
                    disk.fill();
                    Outage.awaitRefusal(service);
                    assertThat(service.get("/v1/decisions").get("decisions")).hasSize(50);
                    disk.free();
                    Outage.awaitRecovery(service, acknowledged);
                    assertThat(load.refused()).isGreaterThan(refusedBefore);
                }
                Outage.awaitAnswers(load, 300);
                load.end();
                assertThat(load.wrong()).isEmpty();
            }
            acknowledged.assertRecorded(service);
            service.kill();
            service.start();
            acknowledged.assertRecorded(service);
        }
    }

    /** Eight megabytes are fewer than the write-ahead log would take: the records themselves fill the disk. */
    @Test
    void recordsThatFillTheDiskThemselvesAreRefusedAndNoneIsLost() throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(8)) {
            ServiceProcess service = services.onSqlite(disk.folder()).start();
            try (Load load = Load.on(service, acknowledged, random)) {
                await("full").atMost(Duration.ofSeconds(60)).until(() -> load.refused() > 500);
                load.end();
                assertThat(load.wrong()).isEmpty();
            }
            acknowledged.assertRecorded(service);
        }
    }
}
