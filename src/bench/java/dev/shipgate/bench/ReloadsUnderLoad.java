package dev.shipgate.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces the rules again and again while clients ask, and looks into every answer. */
final class ReloadsUnderLoad {

    private static final int CONNECTIONS = 8;
    private static final int FIRST_NUMBER = 100_000;
    private static final long PAUSE_MILLIS = 10;
    private static final Duration LONGEST_RELOAD = Duration.ofSeconds(60);

    private static final byte[] REQUEST =
            """
            {"service":"numbered",
             "load_gate":{"routes":{
              "first":{"p95_ms":1,"error_rate":0,"cost_per_success":0,"task_success_delta":0},
              "second":{"p95_ms":1,"error_rate":0,"cost_per_success":0,"task_success_delta":0}}},
             "capacity":{"steps":[{"concurrency":1,"p95_ms":1,"error_rate":0}]}}
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static final Pattern VERSION = Pattern.compile("\"version\":\"(sha256:[0-9a-f]{64})\"");
    private static final Pattern NUMBER = Pattern.compile("\"(?:limit|p95Limit)\":(1\\d{5})[,}]");
    /** Two latency checks, the facts of their two rules, and the limit of the step. */
    private static final int NUMBERS_IN_AN_ANSWER = 5;

    private final Settings settings;
    private final Map<String, Integer> numberByVersion = new ConcurrentHashMap<>();
    private final AtomicInteger newestSeen = new AtomicInteger();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    /** Clients hold it shared for each request; whoever measures memory holds it alone. */
    private final ReentrantReadWriteLock quiet = new ReentrantReadWriteLock(true);

    private volatile boolean done;

    ReloadsUnderLoad(Settings settings) {
        this.settings = settings;
    }

    void addTo(Table table) throws IOException, InterruptedException {
        int reloads = settings.reloadsUnderLoad();
        try (NumberedRulesets rulesets = new NumberedRulesets(settings.rules())) {
            show(rulesets, 0);
            try (PackagedService service = PackagedService.start(
                    settings.application(), rulesets.root(), Map.of("SHIPGATE_RULES_POLL_INTERVAL", "10ms"))) {
                service.firstDecision("/v1/release-readiness", REQUEST);
                List<Thread> clients = startClients(service);
                List<Double> millis = new ArrayList<>();
                for (int reload = 1; reload <= reloads; reload++) {
                    millis.add(reload(rulesets, reload));
                    if (reload == reloads / 10 || reload == reloads / 2 || reload == reloads) {
                        memory(service, reload, table);
                    }
                }
                done = true;
                for (Thread client : clients) {
                    client.join();
                }
                requireNoFailure();
                table.row(
                        reloads + " reloads of two folders, " + CONNECTIONS + " connections asking",
                        answers.get() + " answers, none failed, none mixed",
                        Table.number("%.0f", Median.of(millis), " ms a reload"),
                        "",
                        "none failed or mixed");
            }
        }
    }

    private void show(NumberedRulesets rulesets, int reload) throws IOException {
        numberByVersion.put(rulesets.write(FIRST_NUMBER + reload), FIRST_NUMBER + reload);
        rulesets.show(FIRST_NUMBER + reload);
    }

    private double reload(NumberedRulesets rulesets, int reload) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        show(rulesets, reload);
        while (newestSeen.get() < FIRST_NUMBER + reload) {
            requireNoFailure();
            if (System.nanoTime() - startNanos > LONGEST_RELOAD.toNanos()) {
                throw new IllegalStateException("Reload " + reload + " did not take effect");
            }
            Thread.sleep(1);
        }
        rulesets.delete(FIRST_NUMBER + reload - 1);
        return (System.nanoTime() - startNanos) / 1e6;
    }

    private void memory(PackagedService service, int reload, Table table) {
        quiet.writeLock().lock();
        try {
            Jdk.Memory memory = Jdk.Memory.of(service.pid());
            table.row(
                    "Memory after " + reload + " reloads",
                    Table.number("%.1f", memory.heapMib(), " MiB of live objects"),
                    Table.number("%.1f", memory.metaspaceMib(), " MiB metaspace"),
                    "",
                    "flat");
        } finally {
            quiet.writeLock().unlock();
        }
    }

    private List<Thread> startClients(PackagedService service) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread client = new Thread(() -> ask(service), "client-" + i);
            client.setDaemon(true);
            client.start();
            clients.add(client);
        }
        return clients;
    }

    private void ask(PackagedService service) {
        while (!done && failure.get() == null) {
            quiet.readLock().lock();
            try {
                look(service.post("/v1/release-readiness", REQUEST));
            } catch (IOException e) {
                failure.compareAndSet(null, "A request failed: " + e);
            } catch (InterruptedException e) {
                return;
            } finally {
                quiet.readLock().unlock();
            }
            pause();
        }
    }

    private void look(HttpResponse<byte[]> response) {
        String answer = new String(response.body(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(answer);
        if (response.statusCode() != 200 || !version.find()) {
            failure.compareAndSet(null, "Status " + response.statusCode() + ": " + answer);
            return;
        }
        Integer number = numberByVersion.get(version.group(1));
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(answer);
        while (matcher.find()) {
            numbers.add(Integer.valueOf(matcher.group(1)));
        }
        if (number == null
                || numbers.size() != NUMBERS_IN_AN_ANSWER
                || !numbers.stream().allMatch(number::equals)) {
            failure.compareAndSet(null, "Version " + number + " answered with " + numbers + ": " + answer);
            return;
        }
        answers.incrementAndGet();
        newestSeen.accumulateAndGet(number, Math::max);
    }

    private void requireNoFailure() {
        String failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
