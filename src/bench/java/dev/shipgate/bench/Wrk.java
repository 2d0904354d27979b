package dev.shipgate.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts load on a service with wrk: a load gate of seven routes, again and again. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path bench;

    /** @param bench the folder of its script and the request */
    Wrk(Path bench) {
        this.bench = bench;
    }

    /** What one run measured. */
    record Load(double requestsPerSecond, double p50Millis, double p99Millis) {}

    Load load(PackagedService service, String path, int connections, int seconds) {
        List<String> printed = Jdk.run(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "-s",
                bench.resolve("load-gate.lua").toString(),
                service.url(path),
                "--",
                bench.resolve("load-gate-7-routes.json").toString()));
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
}
