package dev.shipgate.audit.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.record.LatestDictionary;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.NewRecord.DecisionRecord;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.store.record.NewRecord.WaiverUseRecord;
import dev.shipgate.audit.store.record.RecordContent;
import dev.shipgate.audit.store.record.RecordIndex;
import dev.shipgate.audit.store.record.RecordIndex.FiredRule;
import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.hash.Sha256;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A decision to be recorded, in the form that the service gives it. The fields that a test does not set are the same
 * for all.
 */
public final class TestDecision {

    public static final String CALLER = "127.0.0.1";
    static final String PACKAGE = "shipgate.loadgate";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID id;
    public Instant evaluatedAt;
    public String kind = "load_gate";

    @Nullable
    public String service = "voice-agent";

    @Nullable
    public String environment = "production";

    @Nullable
    public String version = "2026.11.23-1";

    public String verdict = "pass";
    public String rulesetText = "rule \"a\" when then end";

    /** Asked by the writer when it does not know the rules yet. */
    public Supplier<byte[]> rulesetFiles = this::storedRuleset;

    public List<String> rules = List.of("latency is within budget", "errors are within budget");
    public List<String> routes = List.of("book_table");
    public String request = "{\"service\":\"voice-agent\",\"routes\":{\"book_table\":{\"p95_ms\":640}}}";
    public String firings = "[]";
    public int firedEach = 1;

    @Nullable
    public String idempotencyKey;

    /** The waivers by which it passes. */
    public List<WaiverUseRecord> uses = List.of();

    /** The dictionary that it is compressed with; null to be compressed by itself. */
    @Nullable
    public LatestDictionary dictionary;

    TestDecision(UUID id) {
        this.id = id;
        this.evaluatedAt = Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE);
    }

    /** One that was made this many milliseconds after 1970. */
    public static TestDecision at(long millis) {
        return new TestDecision(id(millis));
    }

    /** The id of a decision that was made this many milliseconds after 1970. */
    public static UUID id(long millis) {
        return new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L | millis);
    }

    public RulesetFiles ruleset() {
        return RulesetFiles.of(List.of(RuleFile.of("load-gate/a.drl", rulesetText.getBytes(StandardCharsets.UTF_8))));
    }

    public NewRecord record() {
        return record(null);
    }

    public NewRecord record(@Nullable IdempotencyClaim claim) {
        return new DecisionRecord(content(), index(), claim, uses, null);
    }

    private RecordContent content() {
        RecordContent content = dictionary == null ? new RecordContent() : dictionary.content(evaluatedAt);
        try (content) {
            String head = JSON.writeValueAsString(head());
            content.write(utf8(head.substring(0, head.length() - 1)));
            content.write(utf8(",\"request\":" + request));
            content.write(utf8(",\"response\":{\"ship\":true},\"firings\":" + firings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> head() {
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("decision_id", id);
        head.put("form", 2);
        head.put("evaluated_at", evaluatedAt.toString());
        head.put("kind", kind);
        head.put("service", service);
        head.put("environment", environment);
        head.put("version", version);
        head.put("verdict", verdict);
        head.put("ruleset", Map.of("version", ruleset().version()));
        head.put("caller", CALLER);
        head.put("idempotency_key", idempotencyKey);
        if (!uses.isEmpty()) {
            head.put("waived", true);
        }
        head.put("routes", routes);
        head.put("rules_fired", rules);
        return head;
    }

    private RecordIndex index() {
        Map<FiredRule, Integer> fired = new LinkedHashMap<>();
        rules.forEach(rule -> fired.put(fired(rule), firedEach));
        return new RecordIndex(
                id,
                evaluatedAt,
                kind,
                service,
                environment,
                version,
                verdict,
                CALLER,
                new RulesetText(ruleset().version(), rulesetFiles),
                rules,
                routes,
                fired,
                !uses.isEmpty());
    }

    /** As the service stores it: an object of path and text. */
    public byte[] storedRuleset() {
        try {
            return JSON.writeValueAsBytes(Map.of("load-gate/a.drl", rulesetText));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule of this name, whose text is its name. */
    public static FiredRule fired(String rule) {
        return new FiredRule(PACKAGE, rule, Sha256.hex(rule.getBytes(StandardCharsets.UTF_8)));
    }
}
