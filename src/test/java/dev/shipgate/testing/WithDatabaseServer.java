package dev.shipgate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Tests that need {@link PostgresServer}: {@code mvn verify} runs them, and {@code mvn test} does not. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag(WithDatabaseServer.TAG)
public @interface WithDatabaseServer {

    /** The tag, by which the build selects them. */
    String TAG = "database-server";
}
