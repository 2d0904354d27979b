package dev.shipgate.audit.store;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. */
final class Schema {

    private Schema() {}

    /**
     * @param bytes what the database calls binary values
     * @param id what it calls a primary key that is counted
     */
    static void migrate(DataSource database, String bytes, String id) throws SQLException {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/audit")
                    .placeholders(Map.of("bytes", bytes, "id", id))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException("The schema of the audit database could not be brought up to date", e);
        }
    }
}
