package dev.shipgate.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The folder or the file of the embedded database goes away while the service runs. */
class SqliteTakenAwayIT {

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Acknowledged acknowledged = new Acknowledged();
    private final Path folder = DataFolder.fresh().resolve("data");
    private final ServiceProcess service = services.onSqlite(folder);

    @BeforeEach
    void someDecisions() throws Exception {
        service.start();
        decideSome();
    }

    private void decideSome() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            Outage.decide(service, acknowledged);
        }
    }

    private String chain() {
        return service.get("/v1/audit/verification")
                .get("chains")
                .get(0)
                .get("chain")
                .asText();
    }

    @Test
    void aFolderThatIsMovedAwayIsNoticedAndHealsWhenItIsBack() throws Exception {
        String chain = chain();
        Path away = folder.resolveSibling("away");
        Files.move(folder, away);

        Outage.awaitRefusal(service);
        assertThat(folder).doesNotExist();
        Outage.assertSaysNothingOfTheLatestDecision(service);

        Files.move(away, folder);
        healsOn(chain);
    }

    @Test
    void aDeletedFolderIsNotBegunAnewAndHealsWhenACopyIsPutBack() throws Exception {
        String chain = chain();
        Path copy = folder.resolveSibling("copy");
        DataFolder.copy(folder, copy);
        delete(folder);

        Outage.awaitRefusal(service);
        assertThat(folder).doesNotExist();

        DataFolder.copy(copy, folder);
        healsOn(chain);
    }

    @Test
    void anotherDatabaseInItsPlaceIsNotWritten() throws Exception {
        String chain = chain();
        Path other = DataFolder.fresh();
        ServiceProcess another = services.onSqlite(other).start();
        Outage.decide(another, new Acknowledged());
        another.stop();

        Path away = folder.resolveSibling("away");
        Files.move(folder, away);
        DataFolder.copy(other, folder);
        Outage.awaitRefusal(service);

        delete(folder);
        Files.move(away, folder);
        healsOn(chain);
    }

    @Test
    void anEmptyFileInItsPlaceIsNotBegunAnew() throws Exception {
        String chain = chain();
        Path away = folder.resolveSibling("away");
        Files.move(folder, away);
        Files.createDirectory(folder);
        Files.createFile(folder.resolve("audit.db"));
        Outage.awaitRefusal(service);

        delete(folder);
        Files.move(away, folder);
        healsOn(chain);
    }

    @Test
    void anOlderCopyThatLacksAnsweredDecisionsIsNotGoneOnWith() throws Exception {
        String chain = chain();
        Path older = folder.resolveSibling("older");
        DataFolder.copy(folder, older);
        decideSome();
        Path away = folder.resolveSibling("away");
        Files.move(folder, away);
        DataFolder.copy(older, folder);
        Outage.awaitRefusal(service);

        delete(folder);
        Files.move(away, folder);
        healsOn(chain);
    }

    private void healsOn(String chain) throws Exception {
        Outage.awaitRecovery(service, acknowledged);
        assertThat(chain()).isEqualTo(chain);
        acknowledged.assertRecorded(service);
        service.kill();
        service.start();
        acknowledged.assertRecorded(service);
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
