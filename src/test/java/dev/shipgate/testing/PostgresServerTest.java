package dev.shipgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@WithDatabaseServer
class PostgresServerTest {

    @Test
    void comesBackWithWhatItHadStoredHoweverItWasStopped() throws SQLException {
        try (PostgresServer server = PostgresServer.started()) {
            String url = server.createDatabase();
            execute(url, "CREATE TABLE number (number INTEGER)");

            execute(url, "INSERT INTO number VALUES (1)");
            server.stop();
            assertThatThrownBy(() -> sum(url)).isInstanceOf(SQLException.class);
            server.start();
            assertThat(sum(url)).isEqualTo(1);

            execute(url, "INSERT INTO number VALUES (2)");
            server.stopImmediately();
            server.start();
            assertThat(sum(url)).isEqualTo(3);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int sum(String url) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("SELECT SUM(number) FROM number")) {
            sum.next();
            return sum.getInt(1);
        }
    }

    private static Connection connect(String url) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database.getConnection();
    }
}
