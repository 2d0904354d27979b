package dev.shipgate.audit.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.Logged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All that was decided is for the owner of the service alone. */
@DisabledOnOs(OS.WINDOWS)
class SqlitePermissionsTest {

    @TempDir
    Path root = Path.of(".");

    @Test
    void theFolderAndEachFileOfANewDatabaseAreForTheirOwnerAlone() throws Exception {
        Path folder = root.resolve("data");
        try (SqliteDatabase database = new SqliteDatabase(folder);
                Chain chain = database.openChain();
                Stream<Path> files = Files.list(folder)) {
            assertThat(chain.name()).isNotEmpty();

            Map<String, String> permissions = new TreeMap<>();
            for (Path file : files.toList()) {
                permissions.put(file.getFileName().toString(), permissions(file));
            }
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions)
                    .containsKeys("audit.db", "audit.db-wal", "audit.lock")
                    .allSatisfy((name, of) -> assertThat(of).as(name).isEqualTo("rw-------"));
        }
    }

    @Test
    void whoLetOthersInIsWarnedAtAStart() throws Exception {
        Path folder = root.resolve("data");
        try (SqliteDatabase database = new SqliteDatabase(folder);
                Chain chain = database.openChain()) {
            assertThat(chain.name()).isNotEmpty();
        }
        Path file = folder.resolve("audit.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        try (Logged log = Logged.by(SqliteFiles.class);
                SqliteDatabase database = new SqliteDatabase(folder);
                Chain chain = database.openChain()) {
            assertThat(chain.name()).isNotEmpty();
            assertThat(log.entries())
                    .containsExactly("WARN Others than its owner have permissions for " + file
                            + ", which has all that was decided: rw-r-----. Maybe chmod go= " + file + "?");
        }
        assertThat(permissions(file)).as("as its owner wanted it").isEqualTo("rw-r-----");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
