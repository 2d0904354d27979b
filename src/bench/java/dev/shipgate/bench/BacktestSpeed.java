package dev.shipgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast recorded load gates of seven routes are backtested, beside how fast they were decided, and how long other
 * callers wait meanwhile.
 */
final class BacktestSpeed {

    private static final String PATH = "/v1/load-gate";
    private static final int CONNECTIONS = 8;

    /** Other callers ask now and then, and do not fill the processors by themselves. */
    private static final int CALLERS = 2;

    private static final long PAUSE_MILLIS = 20;

    private final Settings settings;
    private final byte[] request;

    BacktestSpeed(Settings settings) throws IOException {
        this.settings = settings;
        this.request = Files.readAllBytes(settings.bench().resolve("load-gate-7-routes.json"));
    }

    void addTo(Table table) throws IOException, InterruptedException {
        try (PackagedService service =
                PackagedService.start(settings.application(), settings.rules(), Map.of())) {
            service.firstDecision(PATH, request);
            decide(service, settings.backtestedDecisions() / 2);
            double live = decide(service, settings.backtestedDecisions() / 2);
            List<Double> rates = new ArrayList<>();
            List<Double> alone = new ArrayList<>();
            List<Double> beside = new ArrayList<>();
            backtest(service);
            for (int round = 0; round < settings.httpRounds(); round++) {
                rates.add(backtest(service));
                alone.addAll(asked(service, settings.httpSeconds()));
                AtomicBoolean over = new AtomicBoolean();
                Thread testing = inTheBackground(service, over);
                beside.addAll(asked(service, settings.httpSeconds()));
                over.set(true);
                testing.join();
            }
            double rate = Median.of(rates);
            table.row(
                    "Backtest of " + settings.backtestedDecisions() + " load gates of 7 routes, "
                            + Math.max(1, Runtime.getRuntime().availableProcessors() / 2) + " thread(s)",
                    Table.number("%.0f", rate, " decisions/s"),
                    Table.number("%.0f", live, " decisions/s live, " + CONNECTIONS + " connections"),
                    Table.number("%.2f", rate / live, ""),
                    "100,000 in 10 s on two cores");
            for (int percent : new int[] {50, 99}) {
                double with = Percentile.of(beside, percent);
                double without = Percentile.of(alone, percent);
                table.row(
                        "Other callers meanwhile, p" + percent,
                        Table.number("%.1f", with, " ms"),
                        Table.number("%.1f", without, " ms without a backtest"),
                        Table.number("%.2f", with / without, ""),
                        "");
            }
        }
    }

    /** Decides as fast as the service does, and says how many in a second. */
    private double decide(PackagedService service, int count) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(count);
        long startNanos = System.nanoTime();
        together(CONNECTIONS, () -> {
            while (left.getAndDecrement() > 0) {
                post(service);
            }
        });
        return count / ((System.nanoTime() - startNanos) / 1e9);
    }

    private interface Asking {

        void ask() throws IOException, InterruptedException;
    }

    private static void together(int clients, Asking asking) throws InterruptedException {
        AtomicReference<Exception> failed = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> {
                try {
                    asking.ask();
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failed.set(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("A request failed", failed.get());
        }
    }

    private void post(PackagedService service) throws IOException, InterruptedException {
        int status = service.post(PATH, request).statusCode();
        if (status != 200) {
            throw new IllegalStateException("A load gate was answered " + status);
        }
    }

    /** The times of answers, in milliseconds. */
    private List<Double> asked(PackagedService service, int seconds) throws InterruptedException {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        long endNanos = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        together(CALLERS, () -> {
            while (System.nanoTime() < endNanos) {
                long startNanos = System.nanoTime();
                post(service);
                millis.add((System.nanoTime() - startNanos) / 1e6);
                Thread.sleep(PAUSE_MILLIS);
            }
        });
        return List.copyOf(millis);
    }

    /** One backtest after the other, until it is over; the last one comes to its end. */
    private Thread inTheBackground(PackagedService service, AtomicBoolean over) {
        Thread thread = new Thread(() -> {
            try {
                while (!over.get()) {
                    backtest(service);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    /** Runs one to its end, and says how many decisions it evaluated in a second. */
    private double backtest(PackagedService service) throws IOException, InterruptedException {
        String body = "{\"ruleset\":\"active\",\"last\":" + settings.backtestedDecisions() + "}";
        String started = new String(
                service.post("/v1/backtests", body.getBytes(StandardCharsets.UTF_8)).body(), StandardCharsets.UTF_8);
        String path = "/v1/backtests/" + value(started, "backtest_id");
        String now = started;
        while (value(now, "state").equals("running")) {
            Thread.sleep(PAUSE_MILLIS);
            now = new String(service.get(path), StandardCharsets.UTF_8);
        }
        if (!value(now, "state").equals("done")) {
            throw new IllegalStateException("The backtest is " + now);
        }
        Duration took = Duration.between(
                Instant.parse(value(started, "started_at")), Instant.parse(value(now, "ended_at")));
        return settings.backtestedDecisions() / (took.toNanos() / 1e9);
    }

    private static String value(String json, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("There is no " + field + " in " + json);
        }
        return found.group(1);
    }
}
