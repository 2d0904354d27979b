package dev.shipgate.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Ends a test that needs a program or a right that this machine does not have. Where {@code CI} is set everything has
 * to be there, so the test fails. Elsewhere it is skipped, and the reason stands beside it in the report: Java and
 * Maven suffice to build and test.
 */
public final class Absent {

    private Absent() {}

    /** Fails or skips the test; never returns. */
    public static RuntimeException end(String message) {
        return System.getenv("CI") == null ? abort(message) : fail(message);
    }
}
