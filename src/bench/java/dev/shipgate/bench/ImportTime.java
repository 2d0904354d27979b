package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a large table of JMeter is imported, and in how much memory, beside programs that only read or hash the same
 * file.
 */
final class ImportTime {

    private static final String HEAP = "256m";
    private static final int ROUNDS = 3;

    private final Settings settings;

    ImportTime(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException {
        Path file = Files.createTempFile(settings.benchApplication().getParent(), "import", ".jtl");
        try {
            GeneratedTable.write(file, settings.importMegabytes() * 1_000_000L);
            double megabytes = Files.size(file) / 1e6;
            List<Double> importing = new ArrayList<>();
            List<Double> counting = new ArrayList<>();
            List<Double> hashing = new ArrayList<>();
            double peakMib = 0;
            for (int i = 0; i < ROUNDS; i++) {
                counting.add(secondsOf("wc", "-l", file.toString()));
                hashing.add(secondsOf("sha256sum", file.toString()));
                String[] figures = importOnce(file);
                importing.add(Double.parseDouble(figures[1]));
                peakMib = Math.max(peakMib, Double.parseDouble(figures[2]));
            }
            addTo(table, megabytes, Median.of(importing), Median.of(counting), Median.of(hashing));
            table.row("the same: resident at most", Table.number("%.0f", peakMib, " MiB"), "-Xmx" + HEAP, "", "");
        } finally {
            Files.delete(file);
        }
    }

    private static void addTo(Table table, double megabytes, double importing, double counting, double hashing) {
        table.row(
                Table.number("Import of a JTL of %.0f MB", megabytes, ""),
                Table.number("%.0f", megabytes / importing, " MB/s"),
                Table.number("%.0f", megabytes / hashing, " MB/s of sha256sum"),
                Table.number("%.2f", hashing / importing, ""),
                "at least 60 MB/s");
        table.row(
                "the same",
                Table.number("%.1f", importing, " s"),
                Table.number("%.2f", counting, " s of wc -l"),
                Table.number("%.3f", counting / importing, ""),
                "");
    }

    private static String[] importOnce(Path file) {
        List<String> printed = Jdk.run(List.of(
                Jdk.tool("java"),
                "-Xmx" + HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                OneImport.class.getName(),
                file.toString()));
        return printed.get(printed.size() - 1).split(" ");
    }

    private static double secondsOf(String... command) {
        long startNanos = System.nanoTime();
        Jdk.run(List.of(command));
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
