package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From starting the process to its first decision, by the shipped rules. */
final class StartTime {

    private final Settings settings;

    StartTime(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        byte[] body = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            try (PackagedService service =
                    PackagedService.start(settings.application(), settings.rules(), Map.of())) {
                seconds.add(service.firstDecision("/v1/load-gate", body).toMillis() / 1e3);
            }
        }
        table.row("Start to first decision", Table.number("%.2f", Median.of(seconds), " s"), "", "", "");
    }
}
