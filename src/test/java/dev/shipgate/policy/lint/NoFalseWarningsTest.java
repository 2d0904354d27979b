package dev.shipgate.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.confinement.SuiteFile;
import dev.shipgate.testing.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are right, of which nothing is said. */
@BesideOthers
class NoFalseWarningsTest {

    private static final Path RULES = Path.of("rules");
    private static final Pattern FILE = Pattern.compile("`rules/(\\S+)\\.drl`[^`]*```drl\\n(.*?)```", Pattern.DOTALL);

    /** The suite reads metrics without asking whether they are there, so of null much is said. */
    private static final Pattern OF_NUMBERS_AND_TEXTS = Pattern.compile(
            "\\w+ (?:whole-division|out-of-range|text-and-number|octal|object-comparison|not-checked) ");

    private static final Pattern OF_NULL_NUMBERS_AND_TEXTS = Pattern.compile(
            OF_NUMBERS_AND_TEXTS.pattern().replace("(?:", "(?:may-fail|negation-of-null|value-of-nothing|"));

    @Test
    void saysNothingOfTheShippedRules() throws IOException {
        assertThat(Slips.ofWhole(shipped())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/writing-rules.md", "docs/rule-examples.md"})
    void saysNothingOfTheRulesOfThePages(String page) throws IOException {
        List<MatchResult> examples =
                FILE.matcher(Files.readString(Path.of(page))).results().toList();
        Map<String, String> rules = shipped();
        for (int i = 0; i < examples.size(); i++) {
            rules.put(examples.get(i).group(1) + i + ".drl", examples.get(i).group(2));
        }
        assertThat(examples).hasSizeGreaterThan(6);
        assertThat(Slips.ofWhole(rules))
                .noneMatch(slip -> OF_NULL_NUMBERS_AND_TEXTS.matcher(slip).lookingAt());
    }

    @Test
    void saysLittleOfNumbersAndTextsOfTheSuite() {
        assertThat(SuiteFile.all("legitimate").stream()
                        .flatMap(file ->
                                Slips.ofWhole(Map.of("load-gate/" + file.name() + ".drl", file.text())).stream())
                        .filter(slip -> OF_NUMBERS_AND_TEXTS.matcher(slip).lookingAt())
                        .map(slip -> slip.replaceFirst("\\w+ (\\S+) load-gate/(\\S+) .*", "$1 $2")))
                .containsExactly(
                        "whole-division arithmetic-in-conditions.drl:27",
                        "whole-division exceptions.drl:31",
                        "text-and-number texts-in-order.drl:10",
                        "out-of-range ways-to-write-numbers.drl:10",
                        "whole-division whole-numbers.drl:35",
                        "whole-division whole-numbers.drl:24");
    }

    @Test
    void takesQueriesAsWhatTheyAre() {
        assertThat(Slips.of("query \"slow\" RouteMetrics(p95Ms > 800) end\n"
                        + Slips.rule("r", "slow()", "insert(new Failure(null, \"x\", \"y\"));")))
                .isEmpty();
    }

    private static Map<String, String> shipped() throws IOException {
        Map<String, String> rules = new TreeMap<>();
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                rules.put(RULES.relativize(file).toString(), Files.readString(file));
            }
        }
        return rules;
    }
}
