package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.request.ReleaseFields.Mismatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFieldsTest {

    private final List<String> twice = new ArrayList<>();

    @Test
    void keepsTheFieldsThatAreGivenInTheirOrder() {
        ReleaseFields release = ReleaseFields.of("chat", null, "7", Map.of());

        assertThat(release.fields()).hasToString("{service=chat, version=7}");
        assertThat(release.isEmpty()).isFalse();
        assertThat(ReleaseFields.of(null, null, null, Map.of()).isEmpty()).isTrue();
        assertThat(ReleaseFields.of(null, null, null, Map.of("a", "b")).isEmpty())
                .isFalse();
    }

    @Test
    void keepsLabelsSortedByTheirNames() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("track", "canary");
        labels.put("region", "eu");

        assertThat(new ReleaseFields(Map.of(), labels).labels()).hasToString("{region=eu, track=canary}");
    }

    @ParameterizedTest
    @CsvSource({"a=b, true", "a=, true", "a=b=c, true", "'a=b\nc', true", "=b, false", "a, false", "'', false"})
    void knowsALabelByItsNameAndItsEqualsSign(String text, boolean isLabel) {
        assertThat(ReleaseFields.isLabel(text)).isEqualTo(isLabel);
    }

    @Test
    void readsAValueUpToTheEndOfALabel() {
        assertThat(ReleaseFields.labels(List.of("b=c=d", "a="), twice::add)).hasToString("{a=, b=c=d}");
        assertThat(twice).isEmpty();
    }

    @Test
    void takesALabelTwiceWhereBothValuesAreTheSame() {
        assertThat(ReleaseFields.labels(List.of("a=b", "a=b"), twice::add)).hasToString("{a=b}");
        assertThat(twice).isEmpty();
    }

    @Test
    void reportsEachLabelThatHasTwoValues() {
        ReleaseFields.labels(List.of("a=b", "a=c", "d=e", "a=f"), twice::add);

        assertThat(twice)
                .containsExactly(
                        "gives a twice, as \"b\" and as \"c\". Which one is meant?",
                        "gives a twice, as \"b\" and as \"f\". Which one is meant?");
    }

    @Test
    void contradictsWhatIsNullOrSomethingElseAndNothingMore() {
        Map<String, @Nullable String> said = new HashMap<>();
        said.put("service", null);
        said.put("environment", "staging");
        said.put("version", "7");
        ReleaseFields given = ReleaseFields.of("null", "production", "7", Map.of());

        assertThat(ReleaseFields.mismatches(
                        given.fields(), name -> said.containsKey(name) && said.get(name) == null, said::get))
                .containsExactly(
                        new Mismatch("service", null, "null"), new Mismatch("environment", "staging", "production"));
        assertThat(ReleaseFields.mismatches(given.fields(), name -> false, name -> null))
                .isEmpty();
    }
}
