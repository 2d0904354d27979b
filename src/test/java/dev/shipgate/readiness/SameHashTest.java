package dev.shipgate.readiness;

import static dev.shipgate.testing.RunningService.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that have one hash, as somebody may choose them to make a table slow: they are told apart all the same. */
@QuarkusTest
class SameHashTest {

    private static final int BITS = 11;

    @Test
    void routesOfOneHashAreJudgedEach() {
        List<String> names =
                IntStream.range(0, 1 << BITS).mapToObj(SameHashTest::name).toList();
        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);

        JsonNode answer = answer(
                "/v1/load-gate",
                names.stream()
                        .map(name -> "\"" + name + "\":null")
                        .collect(Collectors.joining(",", "{\"service\":\"waitlist\",\"routes\":{", "}}")));

        assertThat(answer.get("failures").findValuesAsText("route").stream().distinct())
                .containsExactlyElementsOf(names);
    }

    /** "Aa" and "BB" have one hash, and so have all texts that are made of as many of them. */
    private static String name(int number) {
        return IntStream.range(0, BITS)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
