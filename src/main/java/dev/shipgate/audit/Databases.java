package dev.shipgate.audit;

import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.database.PostgresDatabase;
import dev.shipgate.audit.store.database.SqliteDatabase;

/** The database that is configured. */
public final class Databases {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private Databases() {}

    /**
     * Connects to nothing yet.
     *
     * @throws IllegalArgumentException when the JDBC URL is not of a database that Shipgate knows
     */
    public static Database of(DataConfig data, AuditConfig config) {
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
}
