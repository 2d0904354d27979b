package dev.shipgate.policy.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.drl.ParsedDrl;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which environments are known for a service. */
class TextsAskedTogetherTest {

    private static List<String> environments(String... conditions) {
        List<ParsedDrl> files = Stream.of(conditions)
                .map(condition -> TestRules.file(
                        "load-gate/" + Integer.toHexString(condition.hashCode()) + ".drl",
                        "package shipgate.loadgate\nimport dev.shipgate.decision.Release\nrule \"" + condition.length()
                                + "\" when\n" + condition + "\nthen\nend\n"))
                .map(ParsedDrl::parse)
                .toList();
        return new TextsAskedTogether(files).of("environment", "service", "web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(service == \"web\", environment in (\"production\", \"staging\"))",
                "Release(environment in (\"production\", \"staging\") && service == \"web\")",
                "Release(service in (\"search\", \"web\"), environment in (\"production\", \"staging\"), version != null)",
                "Release(service == \"web\", environment == \"production\" || environment == \"staging\")",
                "Release($s : service, service == \"web\", $e : environment in (\"production\", \"staging\"))",
                "exists Release(service == \"web\", environment in (\"production\", \"staging\"))",
                "/* don't 5\" */ Release(service == \"web\", environment in (\"production\", \"staging\")) // isn't \"",
                "Release(service == \"we\\142\", environment in (\"production\", \"staging\"))"
            })
    void areThoseOfAListAndOfAlternatives(String condition) {
        assertThat(environments(condition)).containsExactly("production", "staging");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(service == \"web\", environment != \"test\")",
                "Release(service == \"web\", environment not in (\"test\", \"dev\"))",
                "Release(service == \"web\", !(environment == \"test\"))",
                "Release(service == \"web\", environment == \"test\" || version == \"1\")",
                "Release(service == \"search\", environment == \"test\")",
                "not Release(service == \"web\", environment == \"test\")"
            })
    void areNotThoseThatAreDenied(String condition) {
        assertThat(environments(condition)).isEmpty();
    }

    @Test
    void areThoseOfAllRules() {
        assertThat(environments(
                        "Release(service == \"web\", environment == \"staging\")",
                        "Release(service == \"web\", environment in (\"production\", \"test\"))",
                        "Release(service == \"search\", environment == \"dev\")"))
                .containsExactly("production", "staging", "test");
    }
}
