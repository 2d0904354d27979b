package dev.shipgate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store of many decisions: its size, and how fast it is searched, verified, exported and replayed. */
final class LargeStore {

    private static final Pattern ID = Pattern.compile("\"decision_id\":\"([^\"]+)\"");
    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Settings settings;
    private final Random random = new Random(FilledStore.SEED);

    LargeStore(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(settings.benchApplication().getParent(), "store-");
        try {
            double seconds = FilledStore.fill(settings, data);
            table.row(
                    String.format(Locale.ROOT, "Store of %,d decisions: size", settings.decisions()),
                    Table.number("%.0f", Folders.bytes(data) / (double) settings.decisions(), " bytes a decision"),
                    Table.number("%.0f", settings.decisions() / seconds, " decisions/s to write"),
                    "",
                    "");
            try (PackagedService service = PackagedService.start(
                    settings.application(), settings.rules(), Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"), data)) {
                service.firstDecision("/v1/load-gate", "{}".getBytes(StandardCharsets.UTF_8));
                search(table, service);
                replay(table, service);
                verify(table, service);
                export(table, service);
            }
        } finally {
            Folders.delete(data);
        }
    }

    private void search(Table table, PackagedService service) throws IOException, InterruptedException {
        Map<String, List<String>> filters = filters();
        filters.put("a page far down", List.of("cursor=" + cursorFarDown(service)));
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < settings.queries(); i++) {
                String query = filter.getValue().get(random.nextInt(filter.getValue().size()));
                long startNanos = System.nanoTime();
                service.get("/v1/decisions?" + query);
                millis.add(seconds(startNanos) * 1e3);
            }
            table.row(
                    "First page: " + filter.getKey(),
                    Table.number("p99 %.1f", Percentile.of(millis, 99), " ms"),
                    Table.number("p50 %.1f", Percentile.of(millis, 50), " ms"),
                    "",
                    "p99 under 50 ms");
        }
    }

    private Map<String, List<String>> filters() {
        String middle = Instant.now().minus(15, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
        List<String> services = numbered("service=service-", StoreFill.SERVICES);
        List<String> versions = numbered("version=2026.11.", StoreFill.VERSIONS / 2);
        List<String> routes = numbered("route=route_", 60);
        String rule = "rule=latency%20is%20over%20budget";
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put("all", List.of("limit=50"));
        filters.put("kind", List.of("kind=load_gate", "kind=capacity"));
        filters.put("service", services);
        filters.put("environment", List.of("environment=canary", "environment=production"));
        filters.put("version", versions);
        filters.put("route", routes);
        filters.put("rule", List.of(rule, "rule=latency%20is%20within%20budget"));
        filters.put("verdict", List.of("verdict=pass", "verdict=block"));
        filters.put("from and to", List.of("from=" + middle, "to=" + middle));
        filters.put("a service that is rare", List.of("service=rare-service"));
        filters.put("names that are unknown", List.of("service=x", "version=x", "route=x", "rule=x", "verdict=error", "ruleset=x"));
        filters.put("service and verdict", and(services, "verdict=block"));
        filters.put("service, environment and kind", and(services, "environment=canary&kind=capacity"));
        filters.put("version and verdict", and(versions, "verdict=block"));
        filters.put("version and route", and(versions, "route=route_7"));
        filters.put("service and rule", and(services, rule));
        filters.put("a rare service and a frequent verdict", List.of("service=rare-service&verdict=pass"));
        filters.put("a rare service and a frequent rule", List.of("service=rare-service&rule=latency%20is%20within%20budget"));
        filters.put("service before a time", and(services, "to=" + middle));
        return filters;
    }

    private static List<String> numbered(String prefix, int count) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            queries.add(prefix + i);
        }
        return queries;
    }

    private static List<String> and(List<String> queries, String more) {
        return queries.stream().map(query -> query + "&" + more).toList();
    }

    private static String cursorFarDown(PackagedService service) throws IOException, InterruptedException {
        String middle = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
        Matcher cursor = CURSOR.matcher(text(service.get("/v1/decisions?to=" + middle)));
        if (!cursor.find()) {
            throw new IllegalStateException("No second page");
        }
        return cursor.group(1);
    }

    private void replay(Table table, PackagedService service) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        Matcher found = ID.matcher(text(service.get("/v1/decisions?kind=load_gate&limit=500")));
        while (found.find()) {
            ids.add(found.group(1));
        }
        long startNanos = 0;
        for (int i = 0; i < settings.replays() * 2; i++) {
            if (i == settings.replays()) {
                // The first half was for the compilers.
                startNanos = System.nanoTime();
            }
            service.post("/v1/decisions/" + ids.get(i % ids.size()) + "/replay", new byte[0]);
        }
        table.row("Replay, one after the other", Table.number("%.0f", settings.replays() / seconds(startNanos), " decisions/s"), "", "", "");
    }

    private void verify(Table table, PackagedService service) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        String report = text(service.get("/v1/audit/verification"));
        double seconds = seconds(startNanos);
        if (!report.startsWith("{\"intact\":true")) {
            throw new IllegalStateException(report);
        }
        table.row("Verification", Table.number("%.0f", settings.decisions() / seconds, " decisions/s"), "", "", "");
    }

    private void export(Table table, PackagedService service) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        long bytes = 0;
        long early = 0;
        long late = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream lines = service.stream("/v1/decisions", "application/x-ndjson")) {
            for (int read = lines.read(buffer); read >= 0; read = lines.read(buffer)) {
                bytes += read;
                if (early == 0 && bytes > settings.decisions() * 2_000L) {
                    early = resident(service);
                }
                if (late == 0 && bytes > settings.decisions() * 10_000L) {
                    late = resident(service);
                }
            }
        }
        table.row(
                "Export",
                Table.number("%.0f", bytes / seconds(startNanos) / 1e6, " MB/s"),
                Table.number("%.1f", bytes / 1e9, " GB, ")
                        + early + " MiB resident near its beginning, " + late + " near its end",
                "",
                "flat");
    }

    private static long resident(PackagedService service) throws IOException {
        Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc/" + service.pid() + "/status")));
        return line.find() ? Long.parseLong(line.group(1)) >> 10 : 0;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
