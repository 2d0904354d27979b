package dev.shipgate.policy.lint.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that differ a little, of which one may be a slip. */
class TextVariantsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void warnsOfATextThatDiffersALittleFromThatOfAnotherRule() {
        assertThat(Slips.of(Map.of(
                        "load-gate/a.drl", Slips.rule("a", "Release(environment == \"Production\")", FAILS),
                        "load-gate/b.drl", Slips.rule("b", "Release(environment == \"production\")", FAILS),
                        "readiness/c.drl",
                                Slips.rule(
                                        "c",
                                        "Release(environment == \"production\")",
                                        "insert(new Blocker(\"release\", \"x\", \"y\"));"))))
                .containsExactly(
                        "WARNING differs-a-little load-gate/a.drl:11 The environment is \"Production\" here and "
                                + "\"production\" in load-gate/b.drl:11. Maybe the same is meant?");
    }

    @Test
    void warnsOfARouteThatDiffersALittle() {
        String budget = "insert(new Budget(\"%s\").p95Ms(5));";
        assertThat(Slips.of(Slips.rule("a", "RouteMetrics(route == \"book_table\")", FAILS)
                        + Slips.rule("b", "Release()", budget.formatted("book_table"))
                        + Slips.rule("c", "Release()", budget.formatted("Book-table"))
                        + Slips.rule("d", "Release()", budget.formatted("book_tables"))))
                .containsExactly("WARNING differs-a-little load-gate/a.drl:23 The route is \"Book-table\" here and "
                        + "\"book_table\" in load-gate/a.drl:11. Maybe the same is meant?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prodution", "productiom", "producction", "prodcution", "Prodution", "eu-prodution"})
    void warnsOfATextThatIsOneLetterApartFromAnother(String misspelt) {
        String meant = misspelt.startsWith("eu-") ? "eu-production" : "production";
        assertThat(ofServices(meant, meant, misspelt))
                .containsExactly("WARNING differs-a-little load-gate/a.drl:21 The service is \"" + misspelt
                        + "\" here and \"" + meant + "\" in load-gate/a.drl:11. Maybe the same is meant?");
    }

    @ParameterizedTest
    @CsvSource({
        "r1,r2",
        "v1/find,v2/find",
        "search1,search2",
        "prod,prof",
        "order,orders",
        "order-items,orders-items",
        "group-a,group-b",
        "us-east,us-west"
    })
    void takesTextsThatAreMeantToDifferByOneLetter(String often, String once) {
        assertThat(ofServices(often, often, once)).isEmpty();
    }

    @Test
    void takesTextsOneLetterApartOfWhichNoneIsWrittenMoreOften() {
        assertThat(ofServices("production", "prodution")).isEmpty();
        assertThat(ofServices("upload", "upload", "unload", "unload")).isEmpty();
    }

    @Test
    void warnsOfAWordInLettersOfAnotherAlphabetThatLookAlike() {
        assertThat(ofServices("coco", "coco", "\u0441\u043E\u0441\u043E"))
                .containsExactly("WARNING differs-a-little load-gate/a.drl:21 The service is "
                        + "\"\u0441\u043E\u0441\u043E\" here and \"coco\" in load-gate/a.drl:11. They have letters of "
                        + "different alphabets, which look alike. Maybe the same is meant?");
        assertThat(ofServices("\u0412\u0425\u041E\u0414", "\u0412\u0445\u043E\u0434"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(environment == \"production\", service == \"Production\") Release(service == \"\u043F\u043E\u0438\u0441\u043A\")",
                "Release(labels[\"a\"] == \"x\") Release(labels[\"b\"] == \"X\")",
                "RouteMetrics(route == \"v1/find\") RouteMetrics(route == \"v2/find\")"
            })
    void takesTextsThatDifferMore(String when) {
        assertThat(Slips.ofCondition(when)).isEmpty();
    }

    @Test
    void findsVariantsAmongManyTextsInTimeThatGrowsWithThem() {
        String[] services = IntStream.range(0, 1 << 12)
                .mapToObj(i -> IntStream.range(0, 12)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "a" : "A")
                        .collect(Collectors.joining()))
                .toArray(String[]::new);
        String rules = Stream.of(0, 1)
                .map(half -> Arrays.stream(services, half << 11, (half + 1) << 11)
                        .map(service -> "\"" + service + "\"")
                        .collect(Collectors.joining(",\n", "Release(service in (", "))")))
                .map(condition -> Slips.rule("r" + condition.hashCode(), condition, FAILS))
                .collect(Collectors.joining());
        assertThat(Slips.of(rules)).hasSize(services.length);
    }

    private static List<String> ofServices(String... services) {
        return Slips.of(IntStream.range(0, services.length)
                .mapToObj(i -> Slips.rule("r" + i, "Release(service == \"" + services[i] + "\")", FAILS))
                .collect(Collectors.joining()));
    }
}
