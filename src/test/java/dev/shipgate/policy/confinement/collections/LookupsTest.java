package dev.shipgate.policy.confinement.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same answers as the platform gives. */
class LookupsTest {

    private final List<Object> list = new ArrayList<>(Arrays.asList("a", null, 1.0, "a", List.of(1, 2)));

    @Test
    void findsTheFirstAndTheLast() {
        assertThat(Lookups.indexOf(list, "a")).isZero();
        assertThat(Lookups.lastIndexOf(list, "a")).isEqualTo(3);
        assertThat(Lookups.indexOf(list, null)).isEqualTo(1);
        assertThat(Lookups.indexOf(list, "b")).isEqualTo(-1);
        assertThat(Lookups.lastIndexOf(list, "b")).isEqualTo(-1);
    }

    @Test
    void looksInListsSetsMapsAndArrays() {
        assertThat(Lookups.contains(list, Arrays.asList(1, 2))).isTrue();
        assertThat(Lookups.contains(Set.of(1, 2), 3)).isFalse();
        assertThat(Lookups.containsAll(list, List.of(1.0, "a"))).isTrue();
        assertThat(Lookups.containsAll(list, List.of(1.0, "b"))).isFalse();
        assertThat(Lookups.containsValue(Map.of("a", 1), 1)).isTrue();
        assertThat(Lookups.isIn(new String[] {"a", "b"}, "b")).isTrue();
        assertThat(Lookups.isIn(new double[] {1, 2}, 3.0)).isFalse();
        assertThat(Lookups.isIn("text", "t")).isNull();
    }

    @Test
    void takesOut() {
        assertThat(Lookups.remove(list, "a")).isTrue();
        assertThat(Lookups.remove(list, "b")).isFalse();
        assertThat(Lookups.removeAll(list, List.of("a", "c"))).isTrue();
        assertThat(list).containsExactly(null, 1.0, List.of(1, 2));
        assertThat(Lookups.retainAll(list, List.of(1.0))).isTrue();
        assertThat(list).containsExactly(1.0);
    }

    @Test
    void comparesWhatIsInThem() {
        assertThat(Lookups.equal(List.of(1, 2), new ArrayList<>(List.of(1, 2)))).isTrue();
        assertThat(Lookups.equal(List.of(1, 2), List.of(1))).isFalse();
        assertThat(Lookups.equal(List.of(1), Set.of(1))).isFalse();
        assertThat(Lookups.equal(Set.of(1, 2), new LinkedHashSet<>(List.of(2, 1))))
                .isTrue();
        assertThat(Lookups.equal(Map.of("a", List.of(1)), Map.of("a", new ArrayList<>(List.of(1)))))
                .isTrue();
        assertThat(Lookups.equal(Map.of("a", 1), Map.of("b", 1))).isFalse();
        assertThat(Lookups.equal(null, null)).isTrue();
        assertThat(Lookups.equal(null, 1)).isFalse();
    }
}
