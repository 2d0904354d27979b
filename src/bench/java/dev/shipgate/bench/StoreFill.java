package dev.shipgate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.record.LatestDictionary;
import dev.shipgate.audit.store.record.NewRecord.DecisionRecord;
import dev.shipgate.audit.store.record.RecordContent;
import dev.shipgate.audit.store.record.RecordIndex.FiredRule;
import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.audit.store.record.RecordIndex;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.Housekeeping;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.bench.StoreTemplates.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills a store through the service's own writer. */
final class StoreFill {

    static final int SERVICES = 50;
    static final int VERSIONS = 2_000;

    /** Of one decision in so many, to have something that is rare. */
    static final int RARE = 50_000;

    private static final List<String> ENVIRONMENTS = List.of("production", "staging", "canary");
    private static final int THREADS = 128;
    private static final Duration SPAN = Duration.ofDays(30);

    private final List<Template> templates;
    private final byte[] rulesetFiles;
    private final int count;
    private final Instant first;
    private final LatestDictionary dictionary = new LatestDictionary();

    /** @param rulesetFiles the rules of the templates, as the service stores them */
    StoreFill(List<Template> templates, byte[] rulesetFiles, int count) {
        this.templates = templates;
        this.rulesetFiles = rulesetFiles;
        this.count = count;
        this.first = Instant.now().minus(SPAN);
    }

    void run(Database database) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try (GroupCommit writer = new GroupCommit(
                database, new Housekeeping(OptionalInt.empty()), (records, time) -> {}, 1_000, Duration.ofMinutes(1))) {
            writer.start(Duration.ofMinutes(1));
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(callers.submit(() -> write(writer, next)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The store could not be filled", e);
        } finally {
            callers.shutdownNow();
        }
    }

    private void write(GroupCommit writer, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
                writer.write(record(i));
            } catch (WriteFailedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private DecisionRecord record(int i) {
        Template template = templates.get(i % templates.size());
        Instant at = Instant.ofEpochMilli(first.toEpochMilli() + SPAN.toMillis() / count * i);
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000 | i & 0xfff, 0x8000_0000_0000_0000L | i);
        String oldId = template.head().path("decision_id").asText();
        String oldAt = template.head().path("evaluated_at").asText();
        ObjectNode head = template.head().deepCopy();
        head.put("decision_id", id.toString());
        head.put("evaluated_at", at.toString());
        head.put("service", i % RARE == RARE / 2 ? "rare-service" : "service-" + i * 7 % SERVICES);
        head.put("environment", ENVIRONMENTS.get(i % 7 % ENVIRONMENTS.size()));
        head.put("version", "2026.11." + i / (count / VERSIONS + 1));
        String json = head.toString();
        return new DecisionRecord(
                content(at, json.substring(0, json.length() - 1)
                        + template.rest().replace(oldId, id.toString()).replace(oldAt, at.toString())),
                index(id, head),
                null,
                List.of(),
                null);
    }

    private RecordContent content(Instant at, String text) {
        RecordContent content = dictionary.content(at);
        try (content) {
            content.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private RecordIndex index(UUID id, ObjectNode head) {
        Map<FiredRule, Integer> firings = new LinkedHashMap<>();
        head.path("rules_fired")
                .forEach(rule -> firings.put(
                        new FiredRule("shipgate", rule.asText(), "text of " + rule.asText()), 1));
        List<String> routes = new ArrayList<>();
        head.path("routes").forEach(route -> routes.add(route.asText()));
        return new RecordIndex(
                id,
                Instant.parse(head.path("evaluated_at").asText()),
                head.path("kind").asText(),
                head.path("service").asText(),
                head.path("environment").asText(),
                head.path("version").asText(),
                head.path("verdict").asText(),
                head.path("caller").asText(),
                new RulesetText(head.at("/ruleset/version").asText(), () -> rulesetFiles),
                firings.keySet().stream().map(FiredRule::rule).toList(),
                routes,
                firings,
                false);
    }
}
