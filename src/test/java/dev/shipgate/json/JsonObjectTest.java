package dev.shipgate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.shipgate.json.InvalidBodyException.Kind;
import dev.shipgate.number.Range;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void readsStringsNumbersAndWholeNumbers() {
        JsonObject body = object("{\"s\":\"a\",\"n\":0.5,\"i\":7,\"big\":123456789012345678901234567890}");

        assertThat(body.string("s")).isEqualTo("a");
        assertThat(body.number("n", Range.RATIO)).isEqualTo(0.5);
        assertThat(body.number("i", Range.ANY)).isEqualTo(7.0);
        assertThat(body.integer("i", 0)).isEqualTo(7L);
        assertThat(body.number("big", Range.ANY)).isEqualTo(1.2345678901234568e29);
        body.problems().throwIfAny();
    }

    @Test
    void aNameIsNotBlank() {
        JsonObject body = object("{\"service\":\"\",\"version\":\" \"}");
        assertThat(body.name("service", 500)).isNull();
        assertThat(body.name("version", 500)).isNull();
        assertThat(catchThrowableOfType(InvalidBodyException.class, body::requireNothingElse)
                        .problems())
                .containsExactly(
                        new Problem("/service", "is empty. Leave it out, or say which one it is."),
                        new Problem("/version", "is empty. Leave it out, or say which one it is."));
    }

    @Test
    void aFieldThatIsAbsentOrNullIsNeitherThereNorWrong() {
        JsonObject body = object("{\"n\":null}");

        assertThat(body.has("n")).isFalse();
        assertThat(body.has("m")).isFalse();
        assertThat(body.number("n", Range.RATIO)).isNull();
        assertThat(body.string("m")).isNull();
        assertThat(body.array("n")).isEmpty();
        assertThat(body.objects("m")).isEmpty();
        body.problems().throwIfAny();
    }

    @Test
    void aRequiredNumberThatIsAbsentIsAProblem() {
        JsonObject body = object("{}");
        assertThat(body.requiredNumber("ratio", Range.RATIO)).isNull();
        assertThat(problems(body))
                .containsExactly(new Problem("/ratio", "is missing. It must be a number between 0 and 1."));
    }

    @Test
    void aRequiredStringThatIsAbsentOrNoneIsOneProblem() {
        JsonObject body = object("{\"tool\":7,\"form\":\"json\"}");
        assertThat(body.requiredString("tool", "its name")).isNull();
        assertThat(body.requiredString("text", "the whole text")).isNull();
        assertThat(body.requiredString("form", "its form")).isEqualTo("json");
        assertThat(problems(body))
                .containsExactly(
                        new Problem("/tool", "must be a string, but is 7."),
                        new Problem("/text", "must be there: the whole text."));
    }

    @Test
    void aFractionOfZeroIsNone() {
        JsonObject body = object("{\"a\":2.0,\"b\":1e2,\"c\":-0.0}");

        assertThat(body.integer("a", 0)).isEqualTo(2);
        assertThat(body.integer("b", 0)).isEqualTo(100);
        assertThat(body.integer("c", 0)).isEqualTo(0);
    }

    @Test
    void aWholeNumberHasNoFractionAndNoFewerThanTheLeast() {
        JsonObject body = object("{\"a\":1.5,\"b\":-1,\"c\":2.5,\"d\":\"3\"}");
        for (String name : List.of("a", "b", "c", "d")) {
            assertThat(body.integer(name, 0)).isNull();
        }
        assertThat(problems(body))
                .containsExactly(
                        new Problem("/a", "must be a whole number, 0 or more, but is 1.5."),
                        new Problem("/b", "must be a whole number, 0 or more, but is -1."),
                        new Problem("/c", "must be a whole number, 0 or more, but is 2.5."),
                        new Problem("/d", "must be a whole number, 0 or more, but is the string \"3\"."));
    }

    @Test
    void aWholeNumberThatIsTooLargeToBeExactIsToldTheLargest() {
        JsonObject body = object("{\"a\":9223372036854775807,\"b\":9223372036854775808,\"c\":1e17}");
        assertThat(body.integer("a", 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(body.integer("b", 1)).isNull();
        assertThat(body.integer("c", 1)).isNull();
        assertThat(problems(body))
                .containsExactly(
                        new Problem(
                                "/b",
                                "must be a whole number, 1 to 9223372036854775807, and above 9007199254740991 without a point or an exponent, but is 9.223372036854776E+18."),
                        new Problem(
                                "/c",
                                "must be a whole number, 1 to 9223372036854775807, and above 9007199254740991 without a point or an exponent, but is 1E+17."));
    }

    @Test
    void readingGoesOnAfterAProblemSoThatAllComeOutTogether() {
        JsonObject body = object("{\"routes\":{\"a\":{\"x\":-1},\"b\":5,\"c\":null},\"steps\":[1,{}]}");
        body.objects("routes").forEach((name, route) -> {
            if (route != null) {
                route.number("x", Range.NOT_NEGATIVE);
            }
        });
        assertThat(body.array("steps")).hasSize(1);
        assertThat(problems(body))
                .containsExactlyInAnyOrder(
                        new Problem("/routes/b", "must be an object, but is 5."),
                        new Problem("/routes/a/x", "must be a number, 0 or more, but is -1."),
                        new Problem("/steps/0", "must be an object, but is 1."));
    }

    @Test
    void anObjectThatIsNoneIsNotTakenForNull() {
        assertThat(object("{\"budgets\":{\"a\":5,\"b\":null,\"c\":{}}}").objects("budgets"))
                .containsOnlyKeys("b", "c")
                .containsEntry("b", null);
    }

    @Test
    void fieldsThatNobodyAskedForAreUnknownOrOtherNumbers() {
        JsonObject body = object("{\"known\":1,\"zeta\":2,\"alpha\":3,\"gone\":null}");
        body.number("known", Range.ANY);
        assertThat(body.otherNumbers()).containsExactly(entry("alpha", 3.0), entry("zeta", 2.0));

        JsonObject strict = object("{\"known\":1,\"knwon\":2}");
        strict.number("known", Range.ANY);
        strict.rejectUnknown();
        assertThat(problems(strict))
                .containsExactly(new Problem("/knwon", "There is no such field here. Maybe one of [known]?"));
    }

    @Test
    void stringsComeOutByName() {
        assertThat(object("{\"labels\":{\"b\":\"2\",\"a\":\"1\",\"c\":null}}").strings("labels"))
                .containsExactly(entry("a", "1"), entry("b", "2"));
    }

    @Test
    void pointersAreEscapedAsTheStandardSays() {
        JsonObject body = object("{\"a/b\":{\"m~n\":{\"~1\":\"x\"}}}");
        body.objects("a/b").values().forEach(inner -> {
            if (inner != null) {
                inner.number("~1", Range.ANY);
            }
        });
        assertThat(problems(body)).extracting(Problem::pointer).containsExactly("/a~1b/m~0n/~01");
    }

    @Test
    void anyWrongValueMakesAContradictoryRequestInvalid() {
        JsonObject body = object("{\"a\":1}");
        body.contradictory("a", "is after the next.");
        assertThat(failure(body).kind()).isEqualTo(Kind.CONTRADICTORY);
        body.invalid("a", "is wrong.");
        assertThat(failure(body).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void afterAThousandProblemsTheOthersAreOnlyCounted() {
        JsonObject body = object("{}");
        for (int i = 0; i < 1_500; i++) {
            body.invalid("a", "is wrong.");
        }
        assertThat(failure(body).total()).isEqualTo(1_500);
        assertThat(failure(body).problems()).hasSize(1_000);
    }

    private static JsonObject object(String json) {
        return StrictJson.object(json.getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidBodyException failure(JsonObject body) {
        return catchThrowableOfType(
                InvalidBodyException.class, () -> body.problems().throwIfAny());
    }

    private static List<Problem> problems(JsonObject body) {
        return failure(body).problems();
    }
}
