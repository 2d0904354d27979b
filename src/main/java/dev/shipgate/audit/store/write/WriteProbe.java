package dev.shipgate.audit.store.write;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Finds out whether a database that opens can be written too: a full disk opens, and reads. */
final class WriteProbe {

    /** More than the records of one commit usually are. */
    private static final int BYTES = 1 << 20;

    private WriteProbe() {}

    static void write(Connection connection) throws SQLException {
        byte[] probe = new byte[BYTES];
        new SecureRandom().nextBytes(probe);
        try (Statement delete = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO write_probe (probe) VALUES (?)")) {
            delete.executeUpdate("DELETE FROM write_probe");
            insert.setBytes(1, probe);
            insert.executeUpdate();
        }
        connection.commit();
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate("DELETE FROM write_probe");
        }
        connection.commit();
    }
}
