package dev.shipgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** From saving a file of rules to the first decision by it. */
final class ReloadTime {

    private static final Pattern BUILD_MILLIS = Pattern.compile("Loaded \\d+ rules .* in (\\d+) ms ");
    private static final Duration LONGEST_RELOAD = Duration.ofSeconds(60);

    private final Settings settings;

    ReloadTime(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        for (int rules : List.of(10, 100, 1_000)) {
            measure(rules, table);
        }
    }

    private void measure(int rules, Table table) throws IOException, InterruptedException {
        try (RulesCopy copy = RulesCopy.of(settings.rules())) {
            copy.delete("load-gate/missing.drl");
            copy.delete("load-gate/metric-limits.drl");
            copy.save("load-gate/resolution.drl", ManyBudgets.HOLD_ROUTES_AGAINST_BUDGETS);
            copy.save("load-gate/budgets.drl", ManyBudgets.text(rules, 1_000));
            try (PackagedService service = PackagedService.start(settings.application(), copy.root(), Map.of())) {
                service.firstDecision("/v1/load-gate", ManyBudgets.REQUEST);
                List<Double> millis = new ArrayList<>();
                for (int edit = 1; edit <= 2 * settings.edits(); edit++) {
                    millis.add(saveAndWait(copy, service, rules, 1_000 + edit));
                }
                List<Double> builds = service.logged(BUILD_MILLIS).stream()
                        .map(Double::valueOf)
                        .toList();
                table.row(
                        "Reload: one edit of a folder with " + rules + " rules, warm",
                        Table.number("%.0f", Median.ofWarm(millis), " ms"),
                        Table.number("%.0f", Median.ofWarm(builds), " ms of it to compile"),
                        "",
                        rules == 100 ? "under 500 ms" : "");
            }
        }
    }

    private static double saveAndWait(RulesCopy copy, PackagedService service, int rules, int limit)
            throws IOException, InterruptedException {
        String text = ManyBudgets.text(rules, limit);
        long startNanos = System.nanoTime();
        copy.save("load-gate/budgets.drl", text);
        while (System.nanoTime() - startNanos < LONGEST_RELOAD.toNanos()) {
            String answer =
                    new String(service.post("/v1/load-gate", ManyBudgets.REQUEST).body(), StandardCharsets.UTF_8);
            if (answer.contains("\"limit\":" + limit + ",")) {
                return (System.nanoTime() - startNanos) / 1e6;
            }
            Thread.sleep(1);
        }
        throw new IllegalStateException("An edit of " + rules + " rules did not take effect");
    }
}
