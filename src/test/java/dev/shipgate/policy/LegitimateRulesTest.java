package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.TestRules.Limits;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that authors need is refused, or does something else than without confinement. */
class LegitimateRulesTest {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

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

    @Test
    void theSuiteIsThere() {
        assertThat(files().count()).isGreaterThanOrEqualTo(40);
    }
}
