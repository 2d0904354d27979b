package dev.shipgate.policytest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    /** Looking for a second document took time that grows with the square of the size. */
    @Test
    void aLargeFileIsReadInTime() {
        String comments = "# Every route must be measured before it ships\n".repeat(50_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(read(TESTS + comments).errors()).isEmpty());
    }
}
