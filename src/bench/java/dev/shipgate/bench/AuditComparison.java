package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * The load gate with the audit beside the same without it: two processes of the same build, of which one
 * records nothing. They are under load in turns, never both.
 */
final class AuditComparison {

    private static final String PATH = "/v1/load-gate";
    private static final int[] CONNECTIONS = {1, 16, 64};

    private final Settings settings;
    private final Wrk wrk;

    AuditComparison(Settings settings) {
        this.settings = settings;
        this.wrk = new Wrk(settings.bench());
    }

    void addTo(Table table) throws IOException, InterruptedException {
        Folders.requireDisk(settings.benchApplication());
        SyncTime.addTo(table, settings.benchApplication());
        byte[] body = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
        try (PackagedService with = start("on");
                PackagedService without = start("off")) {
            with.firstDecision(PATH, body);
            without.firstDecision(PATH, body);
            wrk.load(with, PATH, 16, settings.warmUpSeconds());
            wrk.load(without, PATH, 16, settings.warmUpSeconds());
            for (int connections : CONNECTIONS) {
                compare(table, with, without, connections);
            }
        }
    }

    private PackagedService start(String audit) throws IOException {
        return PackagedService.start(settings.benchApplication(), settings.rules(), Map.of("BENCH_AUDIT", audit));
    }

    private void compare(Table table, PackagedService with, PackagedService without, int connections)
            throws IOException, InterruptedException {
        LoadPairs pairs = new LoadPairs();
        AuditMeters recorded = AuditMeters.NONE;
        for (int round = 0; round < settings.httpRounds(); round++) {
            AuditMeters before = AuditMeters.of(with);
            Wrk.Load audited = wrk.load(with, PATH, connections, settings.httpSeconds());
            recorded = recorded.plus(AuditMeters.of(with).minus(before));
            pairs.add(audited, wrk.load(without, PATH, connections, settings.httpSeconds()));
        }
        String what = "Audit, " + connections + (connections == 1 ? " connection" : " connections");
        pairs.addTo(table, what, "without audit", connections == 64 ? "at least 0.7" : "", "");
        int seconds = settings.httpRounds() * settings.httpSeconds();
        table.row(
                what + ": commits",
                Table.number("%.0f", recorded.commits() / seconds, "/s"),
                Table.number("%.1f", recorded.records() / recorded.commits(), " records a commit, ")
                        + Table.number("%.2f", recorded.commitSeconds() / recorded.commits() * 1e3, " ms each"),
                "",
                "");
    }
}
