package dev.shipgate.audit.store.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Connections for queries. */
final class ReaderPool {

    private static final int MAX_CONNECTIONS = 8;
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    /** A server that does not answer holds the caller for as long, once for each connection that it had. */
    private static final int VALIDATION_SECONDS = 1;

    private ReaderPool() {}

    static AgroalDataSource open(Class<? extends Driver> driver, String url, Properties properties) {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration.connectionPoolConfiguration(pool -> pool.maxSize(MAX_CONNECTIONS)
                .acquisitionTimeout(MAX_WAIT)
                // Connections from before the database went away are of no use when it is back.
                .validateOnBorrow(true)
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(VALIDATION_SECONDS))
                .connectionFactoryConfiguration(factory -> {
                    factory.connectionProviderClass(driver).jdbcUrl(url);
                    properties.forEach((name, value) -> {
                        switch ((String) name) {
                            case "user" -> factory.principal(new NamePrincipal((String) value));
                            case "password" -> factory.credential(new SimplePassword((String) value));
                            default -> factory.jdbcProperty((String) name, (String) value);
                        }
                    });
                    return factory;
                }));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException("The pool of readers could not be opened", e);
        }
    }
}
