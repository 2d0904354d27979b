package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.Commands;
import dev.shipgate.testing.PostgresServer;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import dev.shipgate.testing.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The disk that the tables of the database server are on has no space left. */
class PostgresDiskFullIT {

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    @Test
    void aFullDiskOfTheServerRefusesAndHealsWhenThereIsSpaceAgain() throws Exception {
        Acknowledged acknowledged = new Acknowledged();
        try (PostgresServer server = PostgresServer.started();
                SmallDisk disk = SmallDisk.ofMegabytes(64)) {
            Commands.require("chown", "postgres", disk.folder().toString());
            Sql.run(server.jdbcUrl(), "CREATE TABLESPACE small LOCATION '" + disk.folder() + "'");
            String database = server.createDatabase();
            Sql.run(server.jdbcUrl(), "ALTER DATABASE " + Sql.name(database) + " SET TABLESPACE small");
            ServiceProcess service = services.onPostgres(database).start();
            try (Load load = Load.on(service, acknowledged, Seed.next())) {
                for (int time = 0; time < 2; time++) {
                    Outage.awaitAnswers(load, 300);
                    disk.fill();
                    Outage.awaitRefusal(service);
                    assertThat(service.get("/v1/decisions").get("decisions")).hasSize(50);
                    disk.free();
                    Outage.awaitRecovery(service, acknowledged);
                }
                Outage.awaitAnswers(load, 300);
                load.end();
                assertThat(load.wrong()).isEmpty();
            }
            acknowledged.assertRecorded(service);
            service.kill();
        }
    }
}
