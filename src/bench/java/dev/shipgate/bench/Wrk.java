package dev.shipgate.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts load on a service with wrk: one request again and again, a load gate of seven routes unless told otherwise. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path script;
    private final Path request;

    /** @param bench the folder of its script and the request */
    Wrk(Path bench) {
        this(bench, "load-gate-7-routes.json");
    }

    /** @param request the file in that folder which is posted */
    Wrk(Path bench, String request) {
        this.script = bench.resolve("load-gate.lua");
        this.request = bench.resolve(request);
    }

    /** The numbers that one run measured. */
    record Load(long requests, double requestsPerSecond, double p50Millis, double p99Millis) {}

    Load load(PackagedService service, String path, int connections, int seconds) {
        return load(service.url(path), connections, seconds);
    }

    Load load(String url, int connections, int seconds) {
        List<String> printed = Jdk.run(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
                "-s",
                script.toString(),
                url,
                "--",
                request.toString()));
        Matcher result = RESULT.matcher(String.join("\n", printed));
        if (!result.find()) {
            throw new IllegalStateException("wrk printed no result: " + printed);
        }
        if (!result.group(5).equals("0")) {
            throw new IllegalStateException(result.group(5) + " requests to " + url + " failed");
        }
        long requests = Long.parseLong(result.group(1));
        double micros = Double.parseDouble(result.group(2));
        return new Load(
                requests,
                requests / micros * 1e6,
                Double.parseDouble(result.group(3)) / 1e3,
                Double.parseDouble(result.group(4)) / 1e3);
    }
}
