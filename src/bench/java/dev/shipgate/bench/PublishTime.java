package dev.shipgate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From sending rules, or asking for an earlier version, to the answer, after which they decide. */
final class PublishTime {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;

    PublishTime(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        for (int rules : List.of(10, 100, 1_000)) {
            measure(rules, table);
        }
    }

    private void measure(int rules, Table table) throws IOException, InterruptedException {
        Path keys = Files.createTempDirectory("shipgate-bench-keys").resolve("keys.json");
        String key = CommandKeys.add(settings.application(), keys, "publish", "evaluate");
        try (RulesCopy copy = RulesCopy.of(settings.rules());
                PackagedService service = PackagedService.start(
                        settings.application(),
                        copy.root(),
                        Map.of("SHIPGATE_ACCESS_KEYS_FILE", keys.toString()))) {
            service.sendKey(key);
            service.firstDecision("/v1/load-gate", ManyBudgets.REQUEST);
            List<Double> published = new ArrayList<>();
            List<Double> activated = new ArrayList<>();
            String before = publish(service, rules, 1_000, new ArrayList<>());
            for (int edit = 1; edit <= 2 * settings.edits(); edit++) {
                String next = publish(service, rules, 1_000 + edit, published);
                activate(service, before, activated);
                before = next;
            }
            table.row(
                    "Publish: to active, a folder with " + rules + " rules, warm",
                    Table.number("%.0f", Median.ofWarm(published), " ms"),
                    "",
                    "",
                    "");
            table.row(
                    "the same: back to the version before",
                    Table.number("%.0f", Median.ofWarm(activated), " ms"),
                    Table.number("%.0f", Median.ofWarm(published), " ms to publish"),
                    Table.number("%.2f", Median.ofWarm(activated) / Median.ofWarm(published), ""),
                    "under 1 s");
        } finally {
            Folders.delete(keys.getParent());
        }
    }

    private String publish(PackagedService service, int rules, int limit, List<Double> millis)
            throws IOException, InterruptedException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> shipped = Files.walk(settings.rules())) {
            for (Path file : shipped.filter(path -> path.toString().endsWith(".drl")).toList()) {
                files.put(settings.rules().relativize(file).toString(), Files.readString(file));
            }
        }
        files.keySet().removeIf(path -> path.startsWith("load-gate/") && !path.equals("load-gate/conditions.drl"));
        files.put("load-gate/resolution.drl", ManyBudgets.HOLD_ROUTES_AGAINST_BUDGETS);
        files.put("load-gate/budgets.drl", ManyBudgets.text(rules, limit));
        return send(service, "/v1/rulesets", JSON.writeValueAsBytes(Map.of("files", files)), 201, millis);
    }

    private static void activate(PackagedService service, String version, List<Double> millis)
            throws IOException, InterruptedException {
        send(service, "/v1/rulesets/" + version + "/activation", "{}".getBytes(StandardCharsets.UTF_8), 200, millis);
    }

    private static String send(PackagedService service, String path, byte[] body, int status, List<Double> millis)
            throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        HttpResponse<byte[]> answer = service.post(path, body);
        millis.add((System.nanoTime() - startNanos) / 1e6);
        if (answer.statusCode() != status) {
            throw new IllegalStateException(path + " was answered " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body()).path("version").asText();
    }
}
