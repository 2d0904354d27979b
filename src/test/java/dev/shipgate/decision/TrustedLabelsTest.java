package dev.shipgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustedLabelsTest {

    private static final TrustedLabels TRACK = new TrustedLabels(Set.of("track", "never-sent"), Map.of());
    private static final Release RELEASE =
            new Release("web", "production", "7", Map.of("track", "canary", "tier", "low"));

    @Test
    void aReleaseKeepsTheTrustedLabelsAndAllElse() {
        assertThat(TRACK.keptOf(RELEASE)).isEqualTo(new Release("web", "production", "7", Map.of("track", "canary")));
        assertThat(TrustedLabels.NONE.keptOf(RELEASE)).isEqualTo(new Release("web", "production", "7", Map.of()));
    }

    @Test
    void aPartTrustsWhatItsOwnRulesTrustAndNoOthers() {
        TrustedLabels ofParts = new TrustedLabels(Set.of("tier"), Map.of("load_gate", TRACK));

        assertThat(ofParts.ofPart("load_gate")).isEqualTo(TRACK);
        assertThat(ofParts.ofPart("capacity")).isEqualTo(TrustedLabels.NONE);
    }

    @Test
    void aLabelThatAnyFolderDoesNotTrustIsAmongTheOthers() {
        Set<String> sent = RELEASE.labels().keySet();

        assertThat(TRACK.othersOf(sent)).isEqualTo(List.of("tier"));
        assertThat(new TrustedLabels(Set.of("tier"), Map.of("load_gate", TRACK)).othersOf(sent))
                .isEqualTo(List.of("tier", "track"));
        assertThat(new TrustedLabels(Set.of("tier", "track"), Map.of("load_gate", TRACK)).othersOf(sent))
                .isEqualTo(List.of("tier"));
        assertThat(new TrustedLabels(Set.of("tier", "track"), Map.of()).othersOf(sent))
                .isEmpty();
    }

    @Test
    void aLabelThatAnyFolderTrustsMakesAnotherAnswerPossible() {
        assertThat(new TrustedLabels(Set.of(), Map.of("load_gate", TRACK)).trustAnyOf(Set.of("track")))
                .isTrue();
        assertThat(new TrustedLabels(Set.of(), Map.of("load_gate", TRACK)).trustAnyOf(Set.of("tier")))
                .isFalse();
    }
}
