package dev.shipgate.policytest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.shipgate.context.EvaluationTime;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTestFileTest {

    private static final String TESTS = """
            tests:
              - name: "--- is a name"
                evaluation: load_gate
                request: {}
                expect: {verdict: block}
            """;

    private static PolicyTestFile read(String text) {
        return PolicyTestFile.read(RuleFile.of("load-gate/a.test.yaml", text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Ours\n", "---\n", "\n# Ours\n  \n---\n"})
    void isReadWhateverComesBeforeItsOnlyDocument(String before) {
        PolicyTestFile file = read(before + TESTS);
        assertThat(file.errors()).isEmpty();
        assertThat(file.tests()).extracting(PolicyTest::name).containsExactly("--- is a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\n", "--- # More\n", "...\n", "\n...\n---\ntests: []\n"})
    void whatWouldNotBeReadIsToldOf(String after) {
        PolicyTestFile file = read(TESTS + after);
        assertThat(file.tests()).isEmpty();
        assertThat(file.errors())
                .extracting(Diagnostic::message)
                .containsExactly("The file has a second document after ---. Leave the line out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluation: load_gate    | evaluation: load-gate         | 3:17: /tests/0/evaluation must be one of load_gate, retry_storms, capacity, release_readiness, but is the string "load-gate". Maybe load_gate?
            evaluation: load_gate    | evaluation: 5                 | 3:17: /tests/0/evaluation must be one of load_gate, retry_storms, capacity, release_readiness, but is 5.
            {verdict: block}         | {verdict: fail}               | 5:23: /tests/0/expect/verdict must be one of pass, block, but is the string "fail".
            {verdict: block}         | {doesNotFire: [x]}            | 5:27: /tests/0/expect/doesNotFire: There is no such field here. Maybe does_not_fire?
            expect: {verdict: block} | expect:                       | 5:12: /tests/0/expect must be an object, but is the string "". Maybe the lines that belong to it are indented too little?
            {verdict: block}         | {fire: [x]}                   | 5:20: /tests/0/expect/fire: There is no such field here. Maybe fires?
            {verdict: block}         | {shipped: 1}                  | 5:23: /tests/0/expect/shipped: There is no such field here. Maybe one of [verdict, answer, fires, does_not_fire], or within answer?
            request: {}              | routes: {}                    | 4:13: /tests/0/routes: There is no such field here. Maybe one of [name, evaluation, request, at, context, expect], or within request or context or expect?
            tests:                   | # Ours                        | 2:3: The file must be an object, but is an array. Maybe the line tests: is missing?
            {verdict: block}         | {}                            | 5:13: /tests/0/expect must not be empty. Maybe one of [verdict, answer, fires, does_not_fire]?
            {verdict: block}         | {fires: []}                   | 5:21: /tests/0/expect/fires must not be empty.
            {verdict: block}         | {fires: [x, x]}               | 5:21: /tests/0/expect/fires has one of its elements twice. Leave one of them out.
            {verdict: block}         | {fires: "x"}                  | 5:21: /tests/0/expect/fires must be an array, but is the string "x". Maybe ["x"]?
            {verdict: block}         | {fires: [{search: find}]}     | 5:22: /tests/0/expect/fires/0 must be a string, but is an object. Maybe it lacks quotation marks? A text with a colon needs them.
            {verdict: block}         | {fires: [5]}                  | 5:22: /tests/0/expect/fires/0 must be a string, but is 5. Maybe it lacks quotation marks?
            {verdict: block}         | {fires: [""]}                 | 5:22: /tests/0/expect/fires/0 must be a text of one line that is not blank, but is the string "".
            {verdict: block}         | [verdict: block]              | 5:13: /tests/0/expect must be an object, but is an array. Maybe without the dash before its fields?
            request: {}              | requests: {}                  | 2:5: /tests/0: The field request is missing.
            tests:                   | test:                         | 1:1: The field tests is missing.
            """)
    void whatDoesNotHaveTheFormIsToldInWordsWithItsPlace(String right, String wrong, String told) {
        assertThat(read(TESTS.replace(right, wrong)).errors())
                .extracting(Diagnostic::toString)
                .contains("load-gate/a.test.yaml:" + told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon", "2026-12-24", "2026-02-30T12:00", "2026-12-24T18:00Z", ""})
    void aTimeThatIsNoneIsToldInWordsWithItsPlace(String at) {
        String text = TESTS.replace("request: {}", "request: {}\n    at: \"" + at + "\"");
        assertThat(read(text).errors())
                .extracting(Diagnostic::toString)
                .containsExactly("load-gate/a.test.yaml:5:9: /tests/0/at must be a local time, such as "
                        + "2026-12-24T18:00, but is \"" + at + "\".");
    }

    @Test
    void aCaseIsEvaluatedWhenItSaysOrAtNoonOfAnOrdinaryWednesday() {
        String text = TESTS.replace("request: {}", "request: {}\n    at: 2026-12-24T18:00");
        assertThat(read(text).tests().get(0).context().at().context().time())
                .isEqualTo(new EvaluationTime(
                        Instant.parse("2026-12-24T18:00:00Z"), LocalDate.of(2026, 12, 24), DayOfWeek.THURSDAY, 18));
        assertThat(read(TESTS).tests().get(0).context().at().context().time())
                .isEqualTo(new EvaluationTime(
                        Instant.parse("2026-01-07T12:00:00Z"), LocalDate.of(2026, 1, 7), DayOfWeek.WEDNESDAY, 12));
    }

    @Test
    void anAliasIsRefusedAsItWouldBeATextOfItsName() {
        assertThat(read(TESTS.replace("request: {}", "request: {labels: &q {a: b}, environment: *q}"))
                        .errors())
                .extracting(Diagnostic::toString)
                .containsExactly("load-gate/a.test.yaml:4:47: *q is an alias, and aliases are not followed here. "
                        + "Write out what &q stands for.");
    }

    /** Looking for a second document took time that grows with the square of the size. */
    @Test
    void aLargeFileIsReadInTime() {
        String comments = "# Every route must be measured before it ships\n".repeat(50_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(read(TESTS + comments).errors()).isEmpty());
    }
}
