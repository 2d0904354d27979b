package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The load gate of this version beside that of an earlier one, each started by its launcher, with its audit, in turns;
 * and beside Cerbos, which decides on seven resources by three conditions each and keeps a log of decisions.
 */
final class EarlierComparison {

    private static final String PATH = "/v1/load-gate";
    private static final int[] CONNECTIONS = {16, 64};

    private final Settings settings;
    private final Wrk wrk;
    private final byte[] body;

    EarlierComparison(Settings settings) throws IOException {
        this.settings = settings;
        this.wrk = new Wrk(settings.bench());
        this.body = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
    }

    void addTo(Table table) throws IOException, InterruptedException {
        try (MeasuredService now = start(settings.project());
                MeasuredService earlier = start(settings.earlier())) {
            row(table, "Answer", now.answerBytes(body), earlier.answerBytes(body), "%.0f", " bytes");
            now.load(16, settings.longWarmUpSeconds());
            earlier.load(16, settings.longWarmUpSeconds());
            for (int connections : CONNECTIONS) {
                compare(table, now, earlier, connections);
            }
            row(table, "On disk, a decision", now.bytesOnDisk(), earlier.bytesOnDisk(), "%.0f", " bytes");
            row(table, "Resident at most", now.residentMib(), earlier.residentMib(), "%.0f", " MiB");
            Optional<String> cerbos = settings.cerbos();
            if (cerbos.isPresent()) {
                compareWithCerbos(table, now, cerbos.get());
            }
        }
    }

    private MeasuredService start(Path project) throws IOException {
        Folders.requireDisk(project);
        return new MeasuredService(PackagedService.launch(project), wrk, PATH);
    }

    private void compare(Table table, MeasuredService now, MeasuredService earlier, int connections) {
        LoadPairs pairs = new LoadPairs();
        List<Double> micros = new ArrayList<>();
        List<Double> earlierMicros = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < settings.httpRounds(); round++) {
            MeasuredService.Round one = now.load(connections, settings.httpSeconds());
            MeasuredService.Round other = earlier.load(connections, settings.httpSeconds());
            pairs.add(one.load(), other.load());
            micros.add(one.processorMicros());
            earlierMicros.add(other.processorMicros());
            ratios.add(one.processorMicros() / other.processorMicros());
        }
        String what = "Load gate, " + connections + " connections";
        table.row(
                what + ": processor time a request",
                Table.number("%.0f", Median.of(micros), " us"),
                Table.number("%.0f", Median.of(earlierMicros), " us earlier"),
                Table.number("%.2f", Median.of(ratios), ""),
                "at most 0.5");
        pairs.addTo(table, what, "earlier", "", "");
    }

    private void compareWithCerbos(Table table, MeasuredService now, String url) {
        Wrk cerbos = new Wrk(settings.bench(), "cerbos/request.json");
        cerbos.load(url, 16, settings.warmUpSeconds());
        LoadPairs pairs = new LoadPairs();
        for (int round = 0; round < settings.httpRounds(); round++) {
            pairs.add(now.load(16, settings.httpSeconds()).load(), cerbos.load(url, 16, settings.httpSeconds()));
        }
        pairs.addTo(table, "Load gate beside Cerbos, 16 connections", "of Cerbos", "at least 3", "");
    }

    private static void row(Table table, String what, double now, double earlier, String format, String unit) {
        table.row(
                what,
                Table.number(format, now, unit),
                Table.number(format, earlier, unit + " earlier"),
                Table.number("%.2f", now / earlier, ""),
                "");
    }
}
