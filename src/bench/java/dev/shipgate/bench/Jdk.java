package dev.shipgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tools of the JDK that runs this program, and the figures that they give of another process. */
final class Jdk {

    private Jdk() {}

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** The memory that a JVM holds once its garbage is collected. */
    record Memory(double heapMib, double metaspaceMib) {

        static Memory of(long pid) {
            // The histogram counts only live objects; the pools also hold the objects that came after the collection.
            List<String> histogram = run(List.of(tool("jcmd"), Long.toString(pid), "GC.class_histogram"));
            String total = histogram.get(histogram.size() - 1);
            List<String> pools = run(List.of(tool("jstat"), "-gc", Long.toString(pid)));
            int metaspaceUsed = List.of(words(pools.get(0))).indexOf("MU");
            return new Memory(
                    Double.parseDouble(words(total)[2]) / (1024 * 1024),
                    Double.parseDouble(words(pools.get(1))[metaspaceUsed]) / 1024);
        }

        private static String[] words(String line) {
            return line.trim().split("\\s+");
        }
    }

    /** Runs a command to its end and returns the lines that it printed. */
    static List<String> run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + printed);
            }
            return new ArrayList<>(printed.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command.get(0), e);
        }
    }
}
