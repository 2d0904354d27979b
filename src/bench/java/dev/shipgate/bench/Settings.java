package dev.shipgate.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The project to measure, and how long.
 *
 * @param project the folder of the project
 * @param quick whether a rough answer is enough
 */
record Settings(Path project, boolean quick) {

    Path bench() {
        return project.resolve("bench");
    }

    Path rules() {
        return project.resolve("rules");
    }

    /** The service as it is shipped. */
    Path application() {
        return project.resolve("target/quarkus-app");
    }

    /** The same with the endpoint beside it that has no rules. */
    Path benchApplication() {
        return project.resolve("target/bench/quarkus-app");
    }

    Path jmhResults() {
        return project.resolve("target/bench/jmh.csv");
    }

    int warmUpSeconds() {
        return quick ? 10 : 60;
    }

    /** The throughput of the service with its audit rises for so long. */
    int longWarmUpSeconds() {
        return quick ? 15 : 90;
    }

    int httpRounds() {
        return quick ? 2 : 6;
    }

    int httpSeconds() {
        return quick ? 3 : 6;
    }

    int edits() {
        return quick ? 4 : 11;
    }

    int reloadsUnderLoad() {
        return quick ? 50 : 1_000;
    }

    int starts() {
        return quick ? 2 : 7;
    }

    /** In a large store: as many as the caller says, or a month of a busy service. */
    int decisions() {
        return Integer.getInteger("bench.decisions", quick ? 50_000 : 1_000_000);
    }

    int queries() {
        return quick ? 50 : 300;
    }

    /** As the caller says, or as a test of some hours writes. */
    int importMegabytes() {
        return Integer.getInteger("bench.import.megabytes", quick ? 100 : 1_000);
    }

    /** The checkout of an earlier version, built, beside which this one is measured. */
    Path earlier() {
        return Path.of(System.getProperty("bench.earlier"));
    }

    /** The address at which Cerbos takes {@code bench/cerbos/request.json}, if it runs. */
    Optional<String> cerbos() {
        return Optional.ofNullable(System.getProperty("bench.cerbos"));
    }

    int backtestedDecisions() {
        return quick ? 10_000 : 100_000;
    }

    int replays() {
        return quick ? 500 : 3_000;
    }
}
