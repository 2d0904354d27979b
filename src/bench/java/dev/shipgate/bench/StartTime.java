package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From starting the process to its first decision, by the shipped rules and their tests: rules that no start
 * compiled before, and rules that one did. Both alternate.
 */
final class StartTime {

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
            compiling.add(seconds(compiled, body));
            again.add(seconds(compiled, body));
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
    }

    private double seconds(Path compiled, byte[] body) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("SHIPGATE_RULES_COMPILED_DIR", compiled.toString());
        try (PackagedService service =
                PackagedService.start(settings.application(), settings.rules(), environment)) {
            return service.firstDecision("/v1/load-gate", body).toMillis() / 1e3;
        }
    }

    private static String seconds(double seconds) {
        return Table.number("%.2f", seconds, " s");
    }
}
