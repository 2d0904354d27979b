package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class PagesTest {

    private static final String WRITING_RULES = "docs/writing-rules.md";
    private static final String RULE_EXAMPLES = "docs/rule-examples.md";

    static Stream<Arguments> sections() {
        return Stream.of(
                        "README.md",
                        WRITING_RULES,
                        RULE_EXAMPLES,
                        "docs/api.md",
                        "docs/audit.md",
                        "docs/backtests.md",
                        "docs/comparing-releases.md",
                        "docs/operating.md")
                .flatMap(page -> Markdown.read(page).sections().stream()
                        .filter(PageRun::canRun)
                        .map(section -> Arguments.of(page, section.heading())));
    }

    static Stream<Arguments> examples() {
        return Stream.of(WRITING_RULES, RULE_EXAMPLES)
                .flatMap(page -> sectionsWithRules(page).map(heading -> Arguments.of(page, heading)));
    }

    private static Stream<String> sectionsWithRules(String page) {
        return Markdown.read(page).sections().stream()
                .filter(section -> section.blocks().stream()
                        .anyMatch(block -> block.language().equals("drl")))
                .map(Markdown.Section::heading);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theServiceAnswersWhatThePageShows(String page, String heading) {
        PageRun.run(Markdown.read(page).section(heading));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void withoutTheShownRulesTheAnswerIsAnother(String page, String heading) {
        assertThat(PageRun.isTrueOfTheShippedRules(Markdown.read(page).section(heading)))
                .isFalse();
    }

    @Test
    void aPolicyAuthorFindsEveryKindOfEdit() {
        assertThat(sectionsWithRules(WRITING_RULES))
                .containsExactly(
                        "A budget for a new route",
                        "A budget on a metric of your own",
                        "A warning",
                        "A condition on the environment or a label",
                        "A condition on the time",
                        "Another reason of failure",
                        "Another blocker",
                        "A rule over all routes",
                        "When an edit is refused",
                        "Testing rules");
        assertThat(sectionsWithRules(RULE_EXAMPLES))
                .containsExactly(
                        "Many budgets in few lines",
                        "A looser limit for some releases",
                        "A 99th percentile beside the 95th",
                        "A metric that must not be low",
                        "A metric that does not apply",
                        "At most so many failing routes",
                        "Thresholds of one service",
                        "Consecutive bad minutes");
    }
}
