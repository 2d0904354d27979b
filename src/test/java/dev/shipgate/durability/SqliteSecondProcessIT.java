package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One process writes a folder of the embedded database; another one waits for it to end. */
class SqliteSecondProcessIT {

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void readsAndTakesOverWhenTheFirstOneEnds() throws Exception {
        Path folder = DataFolder.fresh();
        ServiceProcess first = services.onSqlite(folder).start();
        Outage.decide(first, acknowledged);

        ServiceProcess second = services.onSqlite(folder).startWithoutStore();
        assertThat(second.ready()).isEqualTo(503);
        Outage.assertRefuses(second);
        acknowledged.assertRecorded(second);
        Outage.decide(first, acknowledged);

        first.stop();
        Outage.awaitRecovery(second, acknowledged);
        assertThat(acknowledged.assertRecorded(second)).isEqualTo(3);
    }
}
