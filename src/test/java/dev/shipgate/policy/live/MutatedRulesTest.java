package dev.shipgate.policy.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.live.RulesetLog.UnavailableException;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random edits of the shipped rules, as a tired author or a broken merge makes them. After each edit the service
 * answers, and decides by the last text that was not refused. Repeat a run with
 * {@code -Dshipgate.mutations.seed=...}; {@code -Dshipgate.mutations=2000} makes more edits.
 */
@QuarkusTest
@TestProfile(MutatedRulesTest.NobodyElseLoadsRules.class)
class MutatedRulesTest {

    private static final int MUTATIONS = Integer.getInteger("shipgate.mutations", 10);
    private static final long SEED = Long.getLong("shipgate.mutations.seed", System.nanoTime());

    private static final String RELEASE = """
            {"service":"voice-agent","environment":"production",
             "load_gate":{"routes":{"book_table":{"p95_ms":100,"error_rate":0,"cost_per_success":0,"task_success_delta":0}}},
             "retry_storms":{"points":[{"minute":0,"user_turns":100,"service_attempts":100,"dependency_error_rate":0}]},
             "capacity":{"steps":[{"concurrency":50,"p95_ms":400,"error_rate":0}]}}""";

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "{",
            "}",
            "\"",
            ";",
            "\n",
            "//",
            "/*",
            "*/",
            "null",
            "0",
            "-1",
            "1e309",
            "not ",
            "exists ",
            "rule ",
            "end\n",
            "when\n",
            "then\n",
            "$x",
            "&&",
            "||",
            "!",
            "delete($one);",
            "insert(1);",
            "while (true) {}",
            "System.exit(1);",
            "salience -100 ",
            "no-loop ",
            "import java.util.*\n",
            "eval(true)",
            "\u0000",
            "é",
            "\\u0022");

    @Inject
    RulesetLoader loader;

    @Inject
    ActiveRuleset active;

    /** Edits come from the test alone. */
    public static final class NobodyElseLoadsRules implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new LiveRules.Profile().getConfigOverrides());
            config.put("shipgate.rules.poll-interval", "1h");
            config.put("shipgate.evaluation.max-duration", "200ms");
            return config;
        }
    }

    @Test
    void afterEachTheServiceAnswersUnderTheLastTextThatCouldDecide() throws IOException, UnavailableException {
        System.out.println("seed of the mutations: " + SEED);
        Random random = new Random(SEED);
        RulesetFiles shipped = new RulesDirectory(Path.of("rules")).read();
        String deciding = active.state().active().orElseThrow().ruleset().version();
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            RulesetFiles mutated = mutated(shipped, random);
            PreparedRules prepared = loader.prepare(mutated);
            if (!(prepared instanceof PreparedRules.Refused)) {
                deciding = mutated.version();
                accepted++;
            }
            loader.takeEffect(prepared, RulesetEdit.OF_FILES);

            String mutation = "mutation " + i + " of seed " + SEED;
            assertThat(active.state().active().orElseThrow().ruleset().version())
                    .as(mutation)
                    .isEqualTo(deciding);
            Response answer =
                    given().contentType("application/json").body(RELEASE).post("/v1/release-readiness");
            assertThat(answer.statusCode()).as(mutation + answer.asString()).isIn(200, 500);
            if (answer.statusCode() == 500) {
                assertThat(answer.<String>path("type")).as(mutation).endsWith("policy-evaluation-failed");
            } else {
                assertThat(answer.<String>path("ruleset.version")).as(mutation).isEqualTo(deciding);
            }
        }
        assertThat(accepted).as("seed " + SEED).isLessThan(MUTATIONS);
    }

    private static RulesetFiles mutated(RulesetFiles shipped, Random random) {
        List<RuleFile> files = new ArrayList<>(shipped.files());
        List<RuleFile> drl = shipped.drl();
        RuleFile victim = drl.get(random.nextInt(drl.size()));
        files.remove(victim);
        files.add(TestRules.file(victim.path(), mutated(victim.text(), random)));
        return RulesetFiles.of(files);
    }

    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(20));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(at);
            case 2 -> text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
            case 3 -> text.substring(0, at) + (char) (' ' + random.nextInt(95)) + text.substring(at + 1);
            case 4 -> withoutALine(text, random);
            default -> withAnotherNumber(text, random);
        };
    }

    private static String withoutALine(String text, Random random) {
        List<String> lines = text.lines().collect(Collectors.toCollection(ArrayList::new));
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines) + "\n";
    }

    /** The part of a text that authors change most. */
    private static String withAnotherNumber(String text, Random random) {
        List<Integer> digits = Stream.iterate(0, i -> i < text.length(), i -> i + 1)
                .filter(i -> Character.isDigit(text.charAt(i)))
                .toList();
        if (digits.isEmpty()) {
            return text + "\n";
        }
        int at = digits.get(random.nextInt(digits.size()));
        return text.substring(0, at) + random.nextInt(10) + text.substring(at + 1);
    }
}
