package dev.shipgate.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingFileCheckTest {

    private static List<String> told(String path, String text) {
        return new MappingFileCheck()
                .diagnostics(RuleFile.of(path, text.getBytes(StandardCharsets.UTF_8))).stream()
                        .map(Diagnostic::toString)
                        .toList();
    }

    @Test
    void acceptsWhatImportsCanRead() {
        assertThat(told("imports/k6.yaml", "routes:\n  find:\n    - pattern: GET .*\nothers: leave_out\n"))
                .isEmpty();
    }

    @Test
    void saysInWhichLineSomethingIsWrong() {
        assertThat(told("imports/k6.yaml", "routes:\n  find:\n    - pattern: '('\nothers: drop\n"))
                .containsExactly(
                        "imports/k6.yaml:3:7: /routes/find/0/pattern is no pattern that can be read: missing closing ).",
                        "imports/k6.yaml:4:1: /others must be keep, leave_out or refuse, but is the string \"drop\".");
    }

    @Test
    void saysWhereTheYamlEnds() {
        assertThat(told("imports/k6.yaml", "by: name\nroutes: {find: [\n"))
                .containsExactly("imports/k6.yaml:3:1: /mapping cannot be read at line 3, column 1: The text ends "
                        + "where a value is missing. Maybe a bracket is never closed?");
    }

    @Test
    void saysWhichAliasIsNotFollowed() {
        assertThat(told("imports/k6.yaml", "routes:\n  find: &f [{name: find}]\n  seek: *f\n"))
                .containsExactly(
                        "imports/k6.yaml:3:9: /mapping cannot be read at line 3, column 9: *f is an alias, and "
                                + "aliases are not followed here. Write out what &f stands for.");
    }

    @Test
    void refusesWhatNoImportCanAskFor() {
        assertThat(told("imports/K6.yaml", "by: name\n"))
                .containsExactly(
                        "imports/K6.yaml:1:1: No import can ask for a mapping of this name. It must be of a-z, 0-9 "
                                + "and -, as imports/k6.yaml.");
    }

    @Test
    void refusesWhatIsTooLongToStandInRecords() {
        assertThat(told("imports/k6.yaml", "by: name # " + "x".repeat(MappingText.MAX_BYTES)))
                .containsExactly("imports/k6.yaml:1:1: /mapping must have at most 65536 bytes, but has more.");
    }
}
