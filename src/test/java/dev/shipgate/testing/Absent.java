package dev.shipgate.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Ends a test that needs what this machine does not have. The test fails, since what is skipped proves nothing. Whoever wants
 * the other tests alone says so: {@code mvn verify -Dabsent=skip}.
 */
final class Absent {

    private Absent() {}

    /** Fails, or skips the test where that is asked for; never returns. */
    static RuntimeException end(String message) {
        return "skip".equals(System.getProperty("absent"))
                ? abort(message)
                : fail(message + " With -Dabsent=skip, tests that need it are skipped.");
    }
}
