package dev.shipgate.policy.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.policy.Firing;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.PolicyEvaluationException.Reason;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledRulesTest {

    private static final Limits LIMITS = new Limits(1_000, Duration.ofMillis(300));

    private static PolicyEvaluationException failure(TestRules rules, Object... facts) {
        return catchThrowableOfType(PolicyEvaluationException.class, () -> rules.evaluate(facts));
    }

    @Test
    void recordsWhatFiredInOrderWithTheBoundFactsInTheOrderOfTheText() {
        try (TestRules rules = TestRules.of("""
                package test
                rule "shout" @owner("me") @doc("https://example.com")
                when
                    $word : String($length : length, length > 2)
                    $answer : Integer()
                then
                    insert((long) $length + $answer);
                end
                rule "quiet" salience 1 when String(length <= 2) then end
                """, LIMITS)) {
            RuleRun run = rules.evaluate("hello", "no", 37);
            assertThat(run.firings()).extracting(firing -> firing.rule().rule()).startsWith("quiet", "shout");
            Firing shout = run.firings().get(1);
            assertThat(shout.facts()).hasToString("{word=hello, length=5, answer=37}");
            assertThat(shout.rule())
                    .usingRecursiveComparison()
                    .ignoringFields("textSha256")
                    .isEqualTo(new RuleInfo(
                            "shout",
                            "test",
                            "test/test.drl",
                            2,
                            Map.of("owner", "me", "doc", "https://example.com"),
                            ""));
        }
    }

    @Test
    void aFactThatARuleTookBackIsNoFinding() {
        try (TestRules rules = TestRules.of("""
                package test
                rule "make" when $s : String() then insert($s.length()); end
                rule "odd ones out" when $i : Integer(this % 2 == 1) then delete($i); end
                """, LIMITS)) {
            assertThat(rules.evaluate("one", "four", "seven").facts(Integer.class))
                    .containsExactly(4);
        }
    }

    @Test
    void aFactThatChangesLaterIsRecordedAsItWasWhenTheRuleFired() {
        try (TestRules rules = TestRules.of("""
                package test
                declare Count
                    value : int
                end
                rule "start" when String() then insert(new Count(1)); end
                rule "raise" when $count : Count(value < 3) then modify($count) { setValue($count.getValue() + 1) } end
                """, LIMITS)) {
            List<String> counts = rules.evaluate("go").firings().stream()
                    .filter(firing -> firing.rule().rule().equals("raise"))
                    .map(firing -> String.valueOf(firing.facts().get("count")))
                    .toList();
            assertThat(counts).containsExactly("Count( value=1 )", "Count( value=2 )");
        }
    }

    @Test
    void exactlyTheAllowedNumberOfFiringsIsAllowed() {
        String drl = "package test\nrule \"each\" when Integer() then end";
        try (TestRules rules = TestRules.of(drl, new Limits(3, Duration.ofSeconds(5)))) {
            assertThat(rules.evaluate(1, 2, 3).firings()).hasSize(3);
            assertThat(failure(rules, 1, 2, 3, 4).reason()).isEqualTo(Reason.FIRING_LIMIT);
            assertThat(rules.evaluate(1, 2).firings()).hasSize(2);
        }
    }

    @Test
    void aRuleThatThrowsGivesNoVerdictAndTheNextEvaluationIsClean() {
        try (TestRules rules = TestRules.of("""
                package test
                rule "note" salience 1 when $s : String() then insert($s.length()); end
                rule "divide" when String(length == 0) then int zero = 0; insert(1 / zero); end
                """, LIMITS)) {
            PolicyEvaluationException failure = failure(rules, "");
            assertThat(failure.reason()).isEqualTo(Reason.RULE_FAILED);
            assertThat(failure).hasMessage("The rules failed; the last rule to fire was \"divide\".");
            assertThat(rules.evaluate("four").facts(Integer.class)).containsExactly(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "for (;;) { try { while (true) { } } catch (Throwable t) { } finally { continue; } }",
                "do { try { throw new RuntimeException(); } catch (Throwable t) { } } while (true);",
                "again(0);",
                "int i = 0; while (true) { switch (i) { case 0: continue; default: i = 0; } }",
            })
    void aRuleThatNeverEndsIsEnded(String consequence) {
        String drl = """
                package test
                function int again(int i) { try { return again(i + 1); } catch (Throwable t) { return again(0); } }
                rule "endless" when String(this == "loop") then %s end
                rule "normal" when String(this == "normal") then insert(1); end
                """.formatted(consequence);
        try (TestRules rules = TestRules.of(drl, LIMITS)) {
            // Each exception takes of the memory, and a full stack ends the rule, so that which limit comes first
            // depends on the machine.
            assertThat(failure(rules, "loop").reason())
                    .isIn(Reason.TIME_LIMIT, Reason.MEMORY_LIMIT, Reason.RULE_FAILED);
            assertThat(rules.evaluate("normal").facts(Integer.class)).containsExactly(1);
        }
    }

    @Test
    void aConditionThatNeverEndsIsEnded() {
        String drl = """
                package test
                function boolean forever(String s) { while (true) { if (s == null) return true; } }
                rule "endless" when String(forever(this)) then end
                """;
        try (TestRules rules = TestRules.of(drl, LIMITS)) {
            assertThat(failure(rules, "x").reason()).isEqualTo(Reason.TIME_LIMIT);
        }
    }

    @Test
    void rulesThatWakeEachOtherForEverAreEnded() {
        String drl = """
                package test
                rule "ping" when $i : Integer() then delete($i); insert($i + 1); end
                """;
        try (TestRules rules = TestRules.of(drl, LIMITS)) {
            assertThat(failure(rules, 0).reason()).isEqualTo(Reason.FIRING_LIMIT);
        }
    }

    @Test
    void anAverageOverNothingDoesNotFire() {
        String drl = """
                package test
                rule "average" when accumulate(Integer($i : this); $average : average($i)) then insert("fired"); end
                """;
        try (TestRules rules = TestRules.of(drl, LIMITS)) {
            assertThat(rules.fired("no number at all")).isEmpty();
            assertThat(rules.fired(1, 2)).containsExactly("average");
        }
    }

    @Test
    void evaluationsAtTheSameTimeDoNotSeeEachOther() throws InterruptedException, ExecutionException {
        String drl =
                "package test\nrule \"sum\" when accumulate(Integer($i : this); $s : sum($i)) then insert(\"\" + $s); end";
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (TestRules rules = TestRules.of(drl, new Limits(1_000, Duration.ofSeconds(10)))) {
            List<Future<List<String>>> sums = IntStream.range(0, 500)
                    .mapToObj(i -> threads.submit(() -> rules.evaluate(i, i + 1).facts(String.class)))
                    .toList();
            for (int i = 0; i < sums.size(); i++) {
                assertThat(sums.get(i).get()).containsExactly(Integer.toString(2 * i + 1));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFileWithAThousandRulesIsAccepted() {
        StringBuilder drl = new StringBuilder("package test\n");
        for (int i = 0; i < 1_000; i++) {
            drl.append("rule \"number ")
                    .append(i)
                    .append("\" when String(this == \"fact ")
                    .append(i)
                    .append("\") then end\n");
        }
        try (TestRules rules = TestRules.of(drl.toString(), new Limits(10, Duration.ofSeconds(10)))) {
            assertThat(rules.fired("fact 999")).containsExactly("number 999");
        }
    }
}
