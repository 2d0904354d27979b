package dev.shipgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tools of the JDK that runs this, and what they say of another process. */
final class Jdk {

    private Jdk() {}

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What a JVM holds once its garbage is collected. */
    record Memory(double heapMib, double metaspaceMib) {

        static Memory of(long pid) {
            run(List.of(tool("jcmd"), Long.toString(pid), "GC.run"));
            Map<String, Double> kib = new HashMap<>();
            List<String> lines = run(List.of(tool("jstat"), "-gc", Long.toString(pid)));
            String[] names = lines.get(0).trim().split("\\s+");
            String[] values = lines.get(1).trim().split("\\s+");
            for (int i = 0; i < names.length; i++) {
                kib.put(names[i], values[i].equals("-") ? 0 : Double.parseDouble(values[i]));
            }
            double heap = List.of("S0U", "S1U", "EU", "OU").stream()
                    .mapToDouble(kib::get)
                    .sum();
            return new Memory(heap / 1024, kib.get("MU") / 1024);
        }
    }

    /** Runs a command to its end and returns what it printed. */
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
