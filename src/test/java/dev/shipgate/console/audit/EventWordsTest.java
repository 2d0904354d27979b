package dev.shipgate.console.audit;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.http.EventsResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWordsTest {

    private static final String NEW = "sha256:" + "a".repeat(64);
    private static final String OLD = "sha256:" + "b".repeat(64);

    private static String sentence(Map<String, String> members) {
        return parts(members).stream()
                .map(part -> part.at() == null ? part.text() : part.at().toString())
                .collect(Collectors.joining());
    }

    private static List<Part> parts(Map<String, String> members) {
        String fields = members.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .collect(Collectors.joining(","));
        return EventWords.of(json("{" + fields + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            directory   | file     | An edit of the rules folder made sha256:aaaaaaaaaaaa active, in the place of sha256:bbbbbbbbbbbb.
            publication | key:ann  | key:ann published sha256:aaaaaaaaaaaa, in the place of sha256:bbbbbbbbbbbb.
            activation  | key:ann  | key:ann made an earlier text active, sha256:aaaaaaaaaaaa, in the place of sha256:bbbbbbbbbbbb.
            """)
    void tellsHowRulesBecameActive(String source, String caller, String sentence) {
        assertThat(sentence(Map.of(
                        "kind", "\"ruleset_activated\"",
                        "caller", "\"" + caller + "\"",
                        "source", "\"" + source + "\"",
                        "ruleset", "{\"version\":\"" + NEW + "\"}",
                        "previous", "\"" + OLD + "\"")))
                .isEqualTo(sentence);
    }

    @Test
    void tellsOfTheFirstRulesAndOfThoseThatDecidedAlready() {
        Map<String, String> first = Map.of(
                "kind", "\"ruleset_activated\"",
                "caller", "\"file\"",
                "source", "\"directory\"",
                "ruleset", "{\"version\":\"" + NEW + "\"}",
                "previous", "null");
        assertThat(sentence(first))
                .isEqualTo("An edit of the rules folder made sha256:aaaaaaaaaaaa active, the first rules.");
        assertThat(sentence(Map.of(
                        "kind", "\"ruleset_activated\"",
                        "caller", "\"key:ann\"",
                        "source", "\"activation\"",
                        "ruleset", "{\"version\":\"" + NEW + "\"}",
                        "previous", "\"" + NEW + "\"")))
                .isEqualTo("key:ann made sha256:aaaaaaaaaaaa active, which decided already.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            directory   | 1 | An edit of the rules folder was refused: 1 problem.
            publication | 2 | Rules of key:ann were refused: 2 problems.
            """)
    void tellsOfRulesThatWereRefused(String source, int problems, String sentence) {
        assertThat(sentence(Map.of(
                        "kind",
                        "\"ruleset_refused\"",
                        "caller",
                        "\"key:ann\"",
                        "source",
                        "\"" + source + "\"",
                        "problems",
                        Integer.toString(problems))))
                .isEqualTo(sentence);
    }

    @Test
    void tellsOfReleasesThatShipped() {
        Map<String, String> marked = Map.of(
                "kind", "\"release_shipped\"",
                "caller", "\"key:ci\"",
                "source", "\"marked\"",
                "release",
                        "{\"decision_id\":\"1\",\"service\":\"search\",\"environment\":\"production\",\"version\":\"7\"}");
        assertThat(sentence(marked)).isEqualTo("key:ci marked search 7 as shipped, in production.");
        assertThat(parts(marked)).contains(Part.link("search 7", "/console/decisions/1"));
        assertThat(
                        sentence(
                                Map.of(
                                        "kind", "\"release_shipped\"",
                                        "caller", "\"key:ci\"",
                                        "source", "\"passed\"",
                                        "release",
                                                "{\"decision_id\":\"1\",\"service\":\"search\",\"environment\":null,\"version\":\"7\"}")))
                .isEqualTo("search 7 passed, which counts as shipped.");
    }

    @Test
    void tellsOfRecordsThatWereRemoved() {
        assertThat(sentence(Map.of("kind", "\"retention\"", "removed_before", "\"2026-09-01T00:00:00Z\"")))
                .isEqualTo("The records from before 2026-09-01T00:00:00Z were removed, as configured.");
    }

    @Test
    void hasWordsForEachKindThatThereIs() {
        for (String kind : EventsResource.KINDS) {
            assertThat(sentence(Map.of("kind", "\"" + kind + "\""))).doesNotContain("An event of the kind");
        }
        assertThat(sentence(Map.of("kind", "\"of_tomorrow\""))).isEqualTo("An event of the kind of_tomorrow happened.");
    }
}
