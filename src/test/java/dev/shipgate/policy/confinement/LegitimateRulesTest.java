package dev.shipgate.policy.confinement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.capacity.Capacity;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.compile.RulesetLint;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.retrystorm.RetryStorms;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Lengthy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that authors need is refused, or does something else than without confinement. */
@BesideOthers
@Lengthy
class LegitimateRulesTest {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** A rule that is refused for it is confined all the same. */
    private static final String SWITCHED_OFF = "attribute";

    static Stream<SuiteFile> files() {
        return SuiteFile.all("legitimate").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fires(SuiteFile file) {
        List<String> expected = QUOTED.matcher(file.header("Fires"))
                .results()
                .map((MatchResult quoted) -> quoted.group(1))
                .toList();
        try (TestRules rules = TestRules.of(file.text(), new Limits(1_000, Duration.ofSeconds(10)))) {
            assertThat(rules.evaluate(SuiteFacts.legitimate()).firings().stream()
                            .map(firing -> firing.rule().rule())
                            .distinct())
                    .containsExactlyElementsOf(expected);
        }
    }

    /** As if all were one folder, whose rules make every fact and find everything that there is. */
    @ParameterizedTest
    @MethodSource("files")
    void isNotRefusedForASlip(SuiteFile file) {
        Stream<Class<?>> found = Stream.of(new LoadGate(), new RetryStorms(), new Capacity(), new Readiness(List.of()))
                .flatMap(evaluation -> evaluation.vocabulary().kinds().stream());
        Vocabulary all = Vocabulary.giving()
                .between(
                        Stream.concat(found, Stream.of(String.class, int.class)).toArray(Class<?>[]::new));
        assertThat(
                        RulesetLint.findings(
                                        Map.of("test", List.of(ParsedDrl.parse(file.asRuleFile()))),
                                        Map.of("test", all))
                                .stream()
                                .filter(slip -> slip.isError() && !slip.code().equals(SWITCHED_OFF)))
                .isEmpty();
    }

    @Test
    void theSuiteIsThere() {
        assertThat(files().count()).isGreaterThanOrEqualTo(40);
    }
}
