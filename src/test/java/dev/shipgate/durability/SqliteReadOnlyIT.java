package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.Commands;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The embedded database may no longer be written. */
class SqliteReadOnlyIT {

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Random random = Seed.next();
    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void withoutPermissionToWriteItRefusesThoughTheOpenFileWorks() throws Exception {
        Path folder = DataFolder.fresh();
        Commands.require("chown", "nobody", folder.toString());
        Commands.require("setpriv", "--reuid=nobody", "--clear-groups", "test", "-w", folder.toString());
        ServiceProcess service = services.onSqliteAsNobody(folder).start();
        refusesAndHeals(
                service,
                () -> Commands.require("chmod", "-R", "a-w", folder.toString()),
                () -> Commands.require("chmod", "-R", "u+w", folder.toString()));
    }

    @Test
    void aFileThatIsMadeImmutableRefusesAndHeals() throws Exception {
        Path folder = DataFolder.fresh();
        String database = folder.resolve("audit.db").toString();
        ServiceProcess service = services.onSqlite(folder).start();
        refusesAndHeals(
                service,
                () -> Commands.require("chattr", "+i", database),
                () -> Commands.require("chattr", "-i", database));
    }

    private void refusesAndHeals(ServiceProcess service, Runnable protect, Runnable allow) throws Exception {
        try (Load load = Load.on(service, acknowledged, random)) {
            Outage.awaitAnswers(load, 300);
            protect.run();
            try {
                Outage.awaitRefusal(service);
                assertThat(service.get("/v1/decisions").get("decisions")).hasSize(50);
            } finally {
                allow.run();
            }
            Outage.awaitRecovery(service, acknowledged);
            Outage.awaitAnswers(load, 300);
            load.end();
            assertThat(load.wrong()).isEmpty();
        }
        acknowledged.assertRecorded(service);
    }
}
