package dev.shipgate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages of the console above a large store, timed beside the answers of the API on the same. */
final class ConsolePages {

    private static final String LOAD_GATE = "/v1/load-gate";
    private static final int GATES = 100;
    private static final int LARGE_GATES = 3;
    private static final int MANY_ROUTES = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Random random = new Random(FilledStore.SEED);

    ConsolePages(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(settings.benchApplication().getParent(), "console-");
        try {
            FilledStore.fill(settings, data);
            try (PackagedService service =
                    PackagedService.start(settings.application(), settings.rules(), Map.of(), data)) {
                service.firstDecision(LOAD_GATE, "{}".getBytes(StandardCharsets.UTF_8));
                lists(table, service);
                byte[] gate = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
                row(table, service, "A load gate of 7 routes", decided(service, gate, GATES), settings.queries(), 100);
                row(
                        table,
                        service,
                        String.format(Locale.ROOT, "A load gate of %,d routes", MANY_ROUTES),
                        decided(service, manyRoutes(), LARGE_GATES),
                        settings.queries() / 3,
                        1_000);
            }
        } finally {
            Folders.delete(data);
        }
    }

    private void lists(Table table, PackagedService service) throws IOException, InterruptedException {
        String size = String.format(Locale.ROOT, " of %,d decisions", settings.decisions());
        row(table, service, "Newest page" + size, List.of(""), settings.queries(), 100);
        List<String> blocked = IntStream.range(0, StoreFill.SERVICES)
                .mapToObj(i -> "?service=service-" + i + "&verdict=block")
                .toList();
        row(table, service, "Newest page of a service and a verdict", blocked, settings.queries(), 100);
    }

    /** Makes decisions, and gives the ends of their addresses, below that of the list. */
    private static List<String> decided(PackagedService service, byte[] body, int count)
            throws IOException, InterruptedException {
        List<String> decided = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HttpResponse<byte[]> answer = service.post(LOAD_GATE, body);
            decided.add("/" + JSON.readTree(answer.body()).required("decision_id").asText());
        }
        return decided;
    }

    private byte[] manyRoutes() {
        String routes = IntStream.range(0, MANY_ROUTES)
                .mapToObj(i -> "\"route_" + i + "\":{\"p95_ms\":" + random.nextInt(300, 900)
                        + ",\"error_rate\":0.001,\"cost_per_success\":0.02,\"task_success_delta\":0.01}")
                .collect(Collectors.joining(","));
        String budgets = IntStream.range(0, MANY_ROUTES)
                .mapToObj(i -> "\"route_" + i + "\":{\"p95_ms\":850,\"error_rate\":0.009,\"cost_per_success\":0.058}")
                .collect(Collectors.joining(","));
        return ("{\"service\":\"many-routes\",\"environment\":\"production\",\"version\":\"1.0.0\",\"routes\":{" + routes
                        + "},\"budgets\":{" + budgets + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One request after the other, and in turns with the API. The first half is for the compilers. */
    private void row(Table table, PackagedService service, String what, List<String> wanted, int queries, int aim)
            throws IOException, InterruptedException {
        List<Double> pages = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int i = 0; i < queries * 2; i++) {
            String one = wanted.get(random.nextInt(wanted.size()));
            double page = millis(service, "/console/decisions" + one);
            double answer = millis(service, "/v1/decisions" + one);
            if (i >= queries) {
                pages.add(page);
                answers.add(answer);
            }
        }
        for (int percent : new int[] {50, 99}) {
            double page = Percentile.of(pages, percent);
            double answer = Percentile.of(answers, percent);
            table.row(
                    what + ": page, p" + percent,
                    Table.number("%.1f", page, " ms"),
                    Table.number("%.1f", answer, " ms of the API"),
                    Table.number("%.1f", page / answer, ""),
                    percent == 99 ? "under " + aim + " ms" : "");
        }
    }

    private static double millis(PackagedService service, String path) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        service.get(path);
        return (System.nanoTime() - startNanos) / 1e6;
    }
}
