package dev.shipgate.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.replay.ReplayReport.Difference;
import dev.shipgate.testing.RunningService;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonDifferencesTest {

    private static JsonNode json(String text) {
        return RunningService.json(text);
    }

    private static List<Difference> between(String recorded, String replayed) {
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
                .containsExactly(new Difference("/a/1/b", json("2"), json("5")));
    }

    @Test
    void whatOnlyOneOfThemHasIsAbsentInTheOther() {
        assertThat(between("{\"a\":[1],\"b\":1}", "{\"a\":[1,2],\"c\":null}"))
                .containsExactly(
                        new Difference("/a/1", null, json("2")),
                        new Difference("/b", json("1"), null),
                        new Difference("/c", null, json("null")));
    }

    @Test
    void valuesOfDifferentTypesDifferAsAWhole() {
        assertThat(between("{\"a\":{\"b\":1}}", "{\"a\":[1]}"))
                .containsExactly(new Difference("/a", json("{\"b\":1}"), json("[1]")));
    }

    @Test
    void namesAreEscapedAsInJsonPointers() {
        assertThat(between("{\"a/b\":{\"~\":1,\"\":1}}", "{\"a/b\":{\"~\":2,\"\":2}}"))
                .extracting(Difference::pointer)
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
