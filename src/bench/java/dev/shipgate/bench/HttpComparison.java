package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The load gate over HTTP beside the same without rules, in one process and in turns. */
final class HttpComparison {

    private static final String WITH_RULES = "/v1/load-gate";
    private static final String WITHOUT_RULES = "/bench/load-gate-without-rules";
    private static final int CONNECTIONS = 16;

    private final Settings settings;

    HttpComparison(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        byte[] body = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
        Wrk wrk = new Wrk(settings.bench());
        // The cost of rules is asked here, so nothing is recorded on either side.
        try (PackagedService service = PackagedService.start(
                settings.benchApplication(), settings.rules(), Map.of("BENCH_AUDIT", "off"))) {
            service.firstDecision(WITH_RULES, body);
            int sizeWithout = 0;
            for (int i = 0; i < 2; i++) {
                sizeWithout = service.post(WITHOUT_RULES, body).body().length;
            }
            int sizeWith = service.post(WITH_RULES, body).body().length;
            wrk.load(service, WITH_RULES, CONNECTIONS, settings.warmUpSeconds());
            wrk.load(service, WITHOUT_RULES, CONNECTIONS, settings.warmUpSeconds());
            LoadPairs pairs = new LoadPairs();
            for (int round = 0; round < settings.httpRounds(); round++) {
                pairs.add(
                        wrk.load(service, WITH_RULES, CONNECTIONS, settings.httpSeconds()),
                        wrk.load(service, WITHOUT_RULES, CONNECTIONS, settings.httpSeconds()));
            }
            pairs.addTo(table, "HTTP, 7 routes, 16 connections", "without rules", "at least 0.8", "at most 1.5");
            table.row("HTTP: size of the answer", sizeWith + " bytes", sizeWithout + " bytes", "", "equal");
        }
    }
}
