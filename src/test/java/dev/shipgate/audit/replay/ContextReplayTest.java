package dev.shipgate.audit.replay;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.audit.replay.RandomRequests.Asked;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.durability.Seed;
import dev.shipgate.policy.live.ReplayRulesets;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.testing.Lengthy;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Requests of all kinds, while waivers are granted and revoked and releases marked: a replay has what decided then,
 * whatever has become of it since. Where nothing was granted or marked, the answer is that of an evaluation that knows
 * nothing of such things.
 */
@QuarkusTest
@Lengthy
@TestProfile(ContextReplayTest.ManyRequests.class)
class ContextReplayTest {

    private static final int REQUESTS = 2_000;

    /** Waivers are granted to these, and releases of theirs marked. */
    private static final List<String> CHANGING =
            List.of("search", "voice-agent", "chat-agent", "ranking", "kin", "booth", "desk");

    /** Nothing is known of these while they are asked about. Null is a release that does not say. */
    private static final List<@Nullable String> PLAIN = Arrays.asList("plain", "shop", "stand", "sly", null);

    /** Rules in which labels of callers count, and are trusted or not. */
    private static final Path LABELS = Path.of("src/test/resources/dev/shipgate/decision/labels");

    /** Keys of every role, as many requests as a test likes, and rules that look at labels. */
    public static final class ManyRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new Keys.Profile().getConfigOverrides());
            Keys.add(Changes.BOTH, Roles.EVALUATE, Roles.WAIVE);
            config.put("shipgate.access.requests-per-second", "0");
            config.put("shipgate.access.max-concurrent-requests", "0");
            try (var files = Files.walk(LABELS)) {
                for (Path file :
                        files.filter(path -> path.endsWith("labels.drl")).toList()) {
                    LiveRules.write(LABELS.relativize(file).toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return config;
        }
    }

    @Inject
    Evaluator evaluator;

    @Inject
    Evaluations evaluations;

    @Inject
    ReplayRulesets rulesets;

    /** By the id of its decision, in order. */
    private final Map<String, Told> told = new LinkedHashMap<>();

    private record Told(Asked asked, String answer) {

        boolean isPlain() {
            return PLAIN.contains(asked.service());
        }
    }

    @Test
    void aReplayAgreesByteForByteWhateverWasRevokedAndMarkedSince() throws Exception {
        Random random = Seed.next();
        RandomRequests requests = new RandomRequests(random);
        Changes changes = new Changes(random);
        List<String> plainPasses = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            changes.grantOrRevoke(CHANGING);
            Asked asked = requests.next(random.nextInt(3) == 0 ? oneOf(PLAIN, random) : oneOf(CHANGING, random));
            String caller = random.nextInt(4) == 0 ? Changes.BOTH : Roles.EVALUATE;
            HttpResponse<String> answered = Changes.post(caller, asked.uri(), asked.body());
            assertThat(answered.statusCode()).as(asked + " " + answered.body()).isEqualTo(200);
            JsonNode answer = json(answered.body());
            String id = answer.path("decision_id").asText();
            Told one = new Told(asked, answered.body());
            told.put(id, one);
            boolean passes = answer.path("verdict").asText().equals("pass");
            if (one.isPlain()) {
                assertThat(plainly(id, one)).as(asked.toString()).isEqualTo(one.answer());
                if (passes) {
                    plainPasses.add(id);
                }
            } else if (passes && random.nextInt(4) == 0) {
                changes.mark(id);
            }
            assertReplays(id, one);
        }
        assertContexts();

        changes.revokeAll();
        for (String service : List.of("plain", "stand", "search", "kin")) {
            changes.grant(service);
        }
        plainPasses.forEach(changes::mark);
        told.forEach(ContextReplayTest::assertReplays);
        assertThat(json(Changes.get("/v1/audit/verification").body())
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    private static <T extends @Nullable Object> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void assertReplays(String id, Told one) {
        String replay =
                Changes.post(Roles.AUDIT, "/v1/decisions/" + id + "/replay", "").body();
        assertThat(replay)
                .as(one.asked().toString())
                .startsWith("{\"decision_id\":\"" + id + "\"")
                .contains("\"identical\":true,\"exact\":true,\"masked\":[]")
                .contains("\"recorded\":" + one.answer() + ",\"replayed\":" + one.answer() + ",\"differences\":[]");
    }

    /** The answer of the same rules, of which nobody told anything but the time. */
    private String plainly(String id, Told one) throws Exception {
        JsonNode answer = json(one.answer());
        Instant at = Instant.parse(answer.path("evaluated_at").asText());
        byte[] body = one.asked().body().getBytes(StandardCharsets.UTF_8);
        String version = answer.at("/ruleset/version").asText();
        try (RulesetLease rules =
                rulesets.lease(version, other -> Optional.empty()).orElseThrow()) {
            Decision decision = evaluator.evaluate(
                    Evaluator.read(
                            evaluations.ofKind(one.asked().kind()),
                            body,
                            one.asked().include()),
                    rules,
                    UUID.fromString(id),
                    at,
                    EvaluationContext.at(at, ZoneOffset.UTC));
            return new String(decision.answer(), StandardCharsets.UTF_8);
        }
    }

    /** The records say what decided: of plain ones the time alone, and of others enough for this test to tell much. */
    private void assertContexts() {
        Map<String, Integer> seen = new HashMap<>();
        for (String line : Changes.export().lines().toList()) {
            JsonNode record = json(line);
            Told one =
                    Objects.requireNonNull(told.get(record.path("decision_id").asText()), line);
            JsonNode context = record.path("context");
            if (one.isPlain()) {
                assertThat(context)
                        .isEqualTo(timeAlone(record.path("evaluated_at").asText()));
            }
            count(seen, record.path("kind").asText());
            context.fieldNames().forEachRemaining(name -> count(seen, name));
            if (record.path("waived").asBoolean()) {
                count(seen, "waived in " + record.path("kind").asText());
            }
            if (record.at("/response/ignored_labels").size() > 0) {
                count(seen, "ignored_labels");
            }
            count(seen, record.path("verdict").asText());
        }
        System.out.println(new TreeMap<>(seen));
        assertThat(told).hasSize(REQUESTS);
        assertThat(seen.get("time")).isEqualTo(REQUESTS);
        assertThat(seen)
                .containsKeys("load_gate", "retry_storms", "capacity", "release_readiness", "pass", "block")
                .containsKeys("waivers", "waivers_of_caller", "shipped", "ignored_labels")
                .containsKeys("waived in load_gate", "waived in release_readiness");
    }

    private static void count(Map<String, Integer> seen, String what) {
        seen.merge(what, 1, Integer::sum);
    }

    private static JsonNode timeAlone(String evaluatedAt) {
        var utc = Instant.parse(evaluatedAt).atOffset(ZoneOffset.UTC);
        return json("{\"time\":{\"instant\":\"%s\",\"date\":\"%s\",\"day_of_week\":\"%s\",\"hour\":%d}}"
                .formatted(
                        evaluatedAt,
                        utc.toLocalDate(),
                        utc.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                        utc.getHour()));
    }
}
