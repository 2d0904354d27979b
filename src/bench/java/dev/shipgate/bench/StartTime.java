package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From starting the process to its first decision, by the shipped rules and their tests: rules that no start
 * compiled before, and rules that one did. Both alternate. On JDK 25 also with the JVM's cache of classes.
 */
final class StartTime {

    /** The first JDK whose cache of classes is made by one start. */
    private static final int JDK_WITH_CACHE = 25;

    private static final Duration LONGEST_ASSEMBLY = Duration.ofMinutes(2);

    private final Settings settings;

    StartTime(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        byte[] body = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
        List<Double> compiling = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            Path compiled = Files.createTempDirectory("shipgate-bench-compiled");
            compiling.add(seconds(compiled, "", body));
            again.add(seconds(compiled, "", body));
            Folders.delete(compiled);
        }
        double first = Median.of(compiling);
        double second = Median.of(again);
        table.row("Start to first decision, nothing compiled before", seconds(first), "", "", "");
        table.row(
                "Start to first decision, rules compiled and tested before",
                seconds(second),
                seconds(first) + " when nothing was",
                Table.number("%.2f", second / first, ""),
                "under 1 s");
        if (Runtime.version().feature() >= JDK_WITH_CACHE) {
            addCached(table, body, second);
        }
    }

    private void addCached(Table table, byte[] body, double uncached) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("shipgate-bench-cache");
        Path cache = folder.resolve("app.aot");
        Path compiled = folder.resolve("compiled");
        seconds(compiled, "-XX:AOTCacheOutput=" + cache, body);
        awaitAssembly(cache);
        List<Double> cached = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            cached.add(seconds(compiled, "-XX:AOTCache=" + cache, body));
        }
        Folders.delete(folder);
        double median = Median.of(cached);
        table.row(
                "the same: with the JVM's cache of classes",
                seconds(median),
                seconds(uncached) + " without it",
                Table.number("%.2f", median / uncached, ""),
                "under 1 s");
    }

    /** A process of its own writes the cache, from the end of the start that it is made of. */
    private static void awaitAssembly(Path cache) throws IOException, InterruptedException {
        long endNanos = System.nanoTime() + LONGEST_ASSEMBLY.toNanos();
        long size = 0;
        while (size == 0 || Files.size(cache) != size) {
            if (System.nanoTime() - endNanos > 0) {
                throw new IllegalStateException("The JVM made no cache of classes");
            }
            size = Files.exists(cache) ? Files.size(cache) : 0;
            Thread.sleep(3_000);
        }
    }

    private double seconds(Path compiled, String jvmOptions, byte[] body) throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("SHIPGATE_RULES_COMPILED_DIR", compiled.toString(), "JAVA_TOOL_OPTIONS", jvmOptions);
        try (PackagedService service =
                PackagedService.start(settings.application(), settings.rules(), environment)) {
            return service.firstDecision("/v1/load-gate", body).toMillis() / 1e3;
        }
    }

    private static String seconds(double seconds) {
        return Table.number("%.2f", seconds, " s");
    }
}
