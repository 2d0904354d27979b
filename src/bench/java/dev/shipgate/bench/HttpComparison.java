package dev.shipgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load gate over HTTP beside the same without rules, in one process and in turns. */
final class HttpComparison {

    private static final String WITH_RULES = "/v1/load-gate";
    private static final String WITHOUT_RULES = "/bench/load-gate-without-rules";
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Settings settings;

    HttpComparison(Settings settings) {
        this.settings = settings;
    }

    /** One run of wrk. */
    private record Load(double requestsPerSecond, double p50Millis, double p99Millis) {}

    void addTo(Table table) throws IOException, InterruptedException {
        Path script = settings.bench().resolve("load-gate.lua");
        byte[] body = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
        try (PackagedService service =
                PackagedService.start(settings.benchApplication(), settings.rules(), Map.of())) {
            service.firstDecision(WITH_RULES, body);
            int sizeWithout = 0;
            for (int i = 0; i < 2; i++) {
                sizeWithout = service.post(WITHOUT_RULES, body).body().length;
            }
            int sizeWith = service.post(WITH_RULES, body).body().length;
            load(service, WITH_RULES, settings.warmUpSeconds(), script);
            load(service, WITHOUT_RULES, settings.warmUpSeconds(), script);
            List<Load> with = new ArrayList<>();
            List<Load> without = new ArrayList<>();
            for (int round = 0; round < settings.httpRounds(); round++) {
                with.add(load(service, WITH_RULES, settings.httpSeconds(), script));
                without.add(load(service, WITHOUT_RULES, settings.httpSeconds(), script));
            }
            report(table, with, without, sizeWith, sizeWithout);
        }
    }

    private Load load(PackagedService service, String path, int seconds, Path script) {
        List<String> printed = Jdk.run(List.of(
                "wrk", "-t1", "-c16", "-d" + seconds + "s", "-s", script.toString(), service.url(path), "--",
                settings.bench().resolve("load-gate-7-routes.json").toString()));
        Matcher result = RESULT.matcher(String.join("\n", printed));
        if (!result.find()) {
            throw new IllegalStateException("wrk printed no result: " + printed);
        }
        if (!result.group(5).equals("0")) {
            throw new IllegalStateException(result.group(5) + " requests to " + path + " failed");
        }
        double micros = Double.parseDouble(result.group(2));
        return new Load(
                Double.parseDouble(result.group(1)) / micros * 1e6,
                Double.parseDouble(result.group(3)) / 1e3,
                Double.parseDouble(result.group(4)) / 1e3);
    }

    private static void report(
            Table table, List<Load> with, List<Load> without, int sizeWith, int sizeWithout) {
        List<Double> throughputRatios = new ArrayList<>();
        List<Double> latencyRatios = new ArrayList<>();
        for (int round = 0; round < with.size(); round++) {
            throughputRatios.add(
                    with.get(round).requestsPerSecond() / without.get(round).requestsPerSecond());
            latencyRatios.add(with.get(round).p99Millis() / without.get(round).p99Millis());
        }
        System.err.println("Throughput ratio by round: " + rounded(throughputRatios) + ", p99: "
                + rounded(latencyRatios) + "; bytes of the answer: " + sizeWith + " and " + sizeWithout);
        table.row(
                "HTTP, 7 routes, 16 connections: throughput",
                Table.number("%.0f", median(with, Load::requestsPerSecond), "/s"),
                Table.number("%.0f", median(without, Load::requestsPerSecond), "/s without rules"),
                Table.number("%.2f", Median.of(throughputRatios), " " + range(throughputRatios)),
                "at least 0.8");
        table.row(
                "HTTP, 7 routes, 16 connections: p50",
                Table.number("%.2f", median(with, Load::p50Millis), " ms"),
                Table.number("%.2f", median(without, Load::p50Millis), " ms without rules"),
                "",
                "");
        table.row(
                "HTTP, 7 routes, 16 connections: p99",
                Table.number("%.2f", median(with, Load::p99Millis), " ms"),
                Table.number("%.2f", median(without, Load::p99Millis), " ms without rules"),
                Table.number("%.2f", Median.of(latencyRatios), " " + range(latencyRatios)),
                "at most 1.5");
        table.row("HTTP: size of the answer", sizeWith + " bytes", sizeWithout + " bytes", "", "equal");
    }

    private static double median(List<Load> loads, java.util.function.ToDoubleFunction<Load> of) {
        return Median.of(loads.stream().map(of::applyAsDouble).toList());
    }

    private static String range(List<Double> ratios) {
        return "(" + rounded(ratios.stream().sorted().toList().subList(0, 1)) + " to "
                + rounded(ratios.stream().sorted().toList().subList(ratios.size() - 1, ratios.size())) + ")";
    }

    private static String rounded(List<Double> values) {
        return String.join(
                " ", values.stream().map(v -> String.format(Locale.ROOT, "%.2f", v)).toList());
    }
}
