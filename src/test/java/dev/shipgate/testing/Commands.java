package dev.shipgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Commands of the system that need rights which not every place has where tests run. */
public final class Commands {

    private Commands() {}

    /** Runs one. Where that cannot be, the test ends: see {@link Absent}. */
    public static void require(String... command) {
        String failure = run(command);
        if (failure.isEmpty()) {
            return;
        }
        throw Absent.end(
                "Cannot be tested here, since this failed: " + String.join(" ", command) + ": " + failure + ".");
    }

    /** Runs a command, and describes its failure; empty if it succeeded. */
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
