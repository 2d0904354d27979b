package dev.shipgate.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.replay.ReplayReport.AnswerDifference;
import dev.shipgate.testing.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonDifferencesTest {

    private static JsonNode json(String text) {
        return Json.json(text);
    }

    private static List<AnswerDifference> between(String recorded, String replayed) {
        return JsonDifferences.between(json(recorded), json(replayed), Set.of());
    }

    @Test
    void equalValuesDoNotDiffer() {
        assertThat(between("{\"a\":[1,{\"b\":null}]}", "{\"a\":[1,{\"b\":null}]}"))
                .isEmpty();
    }

    @Test
    void aDifferenceIsThatOfTheInnermostValue() {
        assertThat(between("{\"a\":[1,{\"b\":2}],\"c\":3}", "{\"a\":[1,{\"b\":5}],\"c\":3}"))
                .containsExactly(new AnswerDifference("/a/1/b", json("2"), json("5")));
    }

    @Test
    void whatOnlyOneOfThemHasIsAbsentInTheOther() {
        assertThat(between("{\"a\":[1],\"b\":1}", "{\"a\":[1,2],\"c\":null}"))
                .containsExactly(
                        new AnswerDifference("/a/1", null, json("2")),
                        new AnswerDifference("/b", json("1"), null),
                        new AnswerDifference("/c", null, json("null")));
    }

    @Test
    void valuesOfDifferentTypesDifferAsAWhole() {
        assertThat(between("{\"a\":{\"b\":1}}", "{\"a\":[1]}"))
                .containsExactly(new AnswerDifference("/a", json("{\"b\":1}"), json("[1]")));
    }

    @Test
    void namesAreEscapedAsInJsonPointers() {
        assertThat(between("{\"a/b\":{\"~\":1,\"\":1}}", "{\"a/b\":{\"~\":2,\"\":2}}"))
                .extracting(AnswerDifference::pointer)
                .containsExactly("/a~1b/~0", "/a~1b/");
    }

    @Test
    void whatIsNotComparedIsPassedOver() {
        Set<JsonPointer> except = Set.of(JsonPointer.compile("/a/b"));
        assertThat(JsonDifferences.between(
                        json("{\"a\":{\"b\":1,\"c\":1}}"), json("{\"a\":{\"b\":2,\"c\":1}}"), except))
                .isEmpty();
    }
}
