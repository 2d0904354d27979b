package dev.shipgate.policy.confinement.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.policy.AllowanceUsedError;
import dev.shipgate.policy.confinement.Member;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import dev.shipgate.policy.confinement.weave.Replacements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

class ComparisonsTest {

    @AfterEach
    void end() {
        EvaluationAllowance.stop();
    }

    @Test
    void sortAsThePlatformDoes() {
        List<String> list = new ArrayList<>(List.of("b", "c", "a"));

        Comparisons.sorted(list);
        assertThat(list).containsExactly("a", "b", "c");
        Comparisons.sort(list, Comparator.reverseOrder());
        assertThat(list).containsExactly("c", "b", "a");
        Comparisons.sort(list, null);
        assertThat(list).containsExactly("a", "b", "c");
    }

    @Test
    void endSortingAListThatTheEngineMadeWhenTheTimeIsUsed() {
        List<String> alike = new ArrayList<>(Collections.nCopies(50_000, "x".repeat(1_000_000)));
        EvaluationAllowance.start(Duration.ofMillis(1), Long.MAX_VALUE);

        assertThatThrownBy(() -> Comparisons.sorted(alike)).isInstanceOf(AllowanceUsedError.class);
        assertThatThrownBy(() -> Comparisons.sort(alike, Comparator.reverseOrder()))
                .isInstanceOf(AllowanceUsedError.class);
    }

    @Test
    void areMadeForEachWayToSort() {
        assertThat(Arrays.stream(Collections.class.getMethods())
                        .filter(method -> method.getName().equals("sort"))
                        .map(method -> Replacements.of(
                                new Member("java/util/Collections", "sort", Type.getMethodDescriptor(method)))))
                .hasSize(2)
                .doesNotContainNull();
        assertThat(Replacements.of(new Member("java/util/ArrayList", "sort", "(Ljava/util/Comparator;)V")))
                .isNotNull();
    }
}
