package dev.shipgate.audit.store.database;

import dev.shipgate.hash.Sha256;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The salt of all hashes of one store: made once, and never changed. */
public final class Salt {

    private Salt() {}

    static void make(Connection connection) throws SQLException {
        byte[] salt = new byte[Sha256.BYTES];
        new SecureRandom().nextBytes(salt);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO salt (id, salt) VALUES (1, ?) ON CONFLICT DO NOTHING")) {
            insert.setBytes(1, salt);
            insert.executeUpdate();
        }
    }

    public static byte[] read(Connection connection) throws SQLException {
        return Select.of("SELECT salt FROM salt WHERE id = 1")
                .first(connection, found -> found.getBytes(1))
                .orElseThrow(() -> new SQLException("The store has no salt"));
    }
}
