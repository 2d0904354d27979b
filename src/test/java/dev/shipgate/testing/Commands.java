package dev.shipgate.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Commands of the system that need rights which not every place has where tests run. */
public final class Commands {

    private Commands() {}

    /** Runs one. Where that cannot be, the test is skipped, but not on the machine that decides about a change. */
    public static void require(String... command) {
        String failure = run(command);
        if (failure.isEmpty()) {
            return;
        }
        String message = "Cannot be tested here, since this failed: " + String.join(" ", command) + ": " + failure;
        if (System.getenv("CI") != null) {
            fail(message);
        }
        abort(message);
    }

    /** Says what was wrong; empty when nothing was. */
    public static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            return status == 0 ? "" : "status " + status + ", " + output.strip();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
