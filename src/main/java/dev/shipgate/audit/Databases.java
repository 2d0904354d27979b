package dev.shipgate.audit;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.PostgresDatabase;
import dev.shipgate.audit.store.database.SqliteDatabase;
import dev.shipgate.audit.verification.Verification;
import dev.shipgate.audit.verification.VerificationReport;
import java.util.Set;

/** The database that is configured. */
public final class Databases {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private Databases() {}

    /**
     * Connects to nothing yet.
     *
     * @throws IllegalArgumentException when the JDBC URL is not of a database that Shipgate knows
     */
    static Database of(DataConfig data, AuditConfig config) {
        if (config.jdbcUrl().isEmpty()) {
            return new SqliteDatabase(data.dir());
        }
        String url = config.jdbcUrl().get();
        if (!url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "shipgate.audit.jdbc-url must begin with \"" + POSTGRESQL + "\". Maybe leave it out, for SQLite?");
        }
        return new PostgresDatabase(
                url, config.username().orElse(null), config.password().orElse(null));
    }

    /**
     * Verifies the records of the database that is configured, beside a service or without one.
     *
     * @param heads hashes that were noted earlier, and that a record must still have
     * @throws IllegalArgumentException when the JDBC URL is not of a database that Shipgate knows
     * @throws dev.shipgate.audit.store.database.StoreUnreadableException when the records cannot be read
     */
    public static VerificationReport verify(DataConfig data, AuditConfig config, Set<String> heads) {
        try (Database database = of(data, config)) {
            return new Verification(database).run(heads);
        }
    }
}
