package dev.shipgate.audit.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of writes beside a database of SQLite belongs to one database, and is deleted by its name. */
class SqliteLogTest {

    private static final String LOG = "audit.db-wal";

    @TempDir
    Path root = Path.of(".");

    private Path place() {
        return root.resolve("data");
    }

    @Test
    void isLeftToTheDatabaseThatWasPutInThePlaceOfTheOneThatWasOpen() throws Exception {
        Path other = root.resolve("other");
        try (SqliteDatabase running = new SqliteDatabase(root.resolve("running"));
                Chain open = running.openChain()) {
            assertThat(open.name()).isNotEmpty();
            DataFolder.copy(root.resolve("running"), other);
        }
        long bytes = Files.size(other.resolve(LOG));
        assertThat(bytes).isPositive();

        try (SqliteDatabase database = new SqliteDatabase(place())) {
            Chain chain = database.openChain();
            Files.move(place(), root.resolve("away"));
            Files.move(other, place());
            chain.close();
        }

        assertThat(place().resolve(LOG)).hasSize(bytes);
    }

    /** To put it into the database takes a while, in which another database may come to be there. */
    @Test
    void isLeftAloneWhereSomethingWentWrong() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(place())) {
            database.openChain().close();
            assertThat(place().resolve(LOG)).isNotEmptyFile();
        }

        assertThat(place().resolve(LOG)).isNotEmptyFile();
    }

    @Test
    void isPutIntoTheDatabaseAtAnEndInGoodOrder() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(place());
                Chain chain = database.openChain()) {
            assertThat(place().resolve(LOG)).isNotEmptyFile();
            chain.settle();
        }

        assertThat(place().resolve(LOG)).doesNotExist();
    }
}
