package dev.shipgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadLabelsTest {

    /** A service for each way in which a rule reads a label, and one that reads none. */
    private static final TestRules RULES = TestRules.of("""
            package shipgate.test
            import dev.shipgate.decision.Release
            rule "none" when Release(service == "none", environment != null, version == null) then end
            rule "one" when Release(service == "one", labels["track"] == "canary") then end
            rule "absent" when Release(service == "absent", labels["freeze"] == null) then end
            rule "size" when Release(service == "size", labels.size() > 3) then end
            rule "key" when Release(service == "key", labels.containsKey("track")) then end
            rule "bound" when Release(service == "bound", $labels : labels) then end
            rule "of-release" when $release : Release(service == "of-release") then end
            rule "words" when Release(service == "words", toString() != "") then end
            rule "each" when
                Release(service == "each", $labels : labels)
                String(this == "canary") from $labels.values()
            then end
            rule "then" when $release : Release(service == "then") then $release.labels().get("track"); end
            """, new Limits(100, Duration.ofSeconds(10)));

    private static Release release(String service) {
        return new Release(service, "production", null, Map.of("track", "canary"));
    }

    private interface Reading {

        @Nullable
        Object of(Map<String, String> labels);
    }

    static Stream<Named<Reading>> readings() {
        return Stream.of(
                Named.of("get", labels -> labels.get("track")),
                Named.of("get of none", labels -> labels.get("none")),
                Named.of("getOrDefault", labels -> labels.getOrDefault("none", "")),
                Named.of("containsKey", labels -> labels.containsKey("none")),
                Named.of("containsValue", labels -> labels.containsValue("none")),
                Named.of("isEmpty", Map::isEmpty),
                Named.of("size", Map::size),
                Named.of("keySet", Map::keySet),
                Named.of("values", Map::values),
                Named.of("entrySet", Map::entrySet),
                Named.of("forEach", labels -> {
                    labels.forEach((name, label) -> {});
                    return labels;
                }),
                Named.of("equals", labels -> labels.equals(Map.of())),
                Named.of("hashCode", Map::hashCode),
                Named.of("toString", Map::toString),
                Named.of("a copy", TreeMap::new));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void eachWayToReadALabelCounts(Reading reading) {
        Release release = release("web");
        assertThat(release.hasReadLabels()).isFalse();

        reading.of(release.labels());

        assertThat(release.hasReadLabels()).isTrue();
    }

    @Test
    void aReleaseThatIsComparedOrWrittenIsReadWithItsLabels() {
        Release written = release("web");
        assertThat(written.toString()).contains("canary");
        assertThat(written.hasReadLabels()).isTrue();
        Release compared = release("web");
        assertThat(compared.equals(release("web"))).isTrue();
        assertThat(compared.hasReadLabels()).isTrue();
        Release hashed = release("web");
        assertThat(hashed.hashCode()).isEqualTo(release("web").hashCode());
        assertThat(hashed.hasReadLabels()).isTrue();
    }

    @Test
    void aReleaseWithoutLabelsHasNoneThatWereRead() {
        Release release = new Release("web", null, null, Map.of());

        assertThat(release.labels().get("track")).isNull();

        assertThat(release.hasReadLabels()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "absent", "size", "key", "bound", "of-release", "words", "each", "then"})
    void aRuleThatReadsALabelIsSeen(String service) {
        Release release = release(service);

        RULES.evaluate(release);

        assertThat(release.hasReadLabels()).isTrue();
    }

    @Test
    void aRuleThatReadsNoLabelIsTold() {
        Release release = release("none");

        assertThat(RULES.evaluate(release).firings()).hasSize(1);

        assertThat(release.hasReadLabels()).isFalse();
    }
}
