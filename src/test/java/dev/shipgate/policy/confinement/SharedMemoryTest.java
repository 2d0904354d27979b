package dev.shipgate.policy.confinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {

    private static final long LARGE = 100L << 20;

    private final SharedMemory shared = new SharedMemory(8L << 20);
    private final EvaluationAllowance one = new EvaluationAllowance(shared);
    private final EvaluationAllowance other = new EvaluationAllowance(shared);

    @Test
    void severalEvaluationsTogetherUseNoMoreThanThereIs() {
        one.begin(Duration.ofHours(1), LARGE);
        other.begin(Duration.ofHours(1), LARGE);

        one.use(10L << 20);
        assertThatThrownBy(() -> other.use(8L << 20))
                .isInstanceOfSatisfying(
                        AllowanceUsedError.class,
                        used -> assertThat(used.used()).isEqualTo(AllowanceUsedError.Of.SHARED_MEMORY));
    }

    @Test
    void aSmallOneDoesNotDependOnTheOthers() {
        one.begin(Duration.ofHours(1), LARGE);
        other.begin(Duration.ofHours(1), LARGE);

        one.use(12L << 20);
        other.use(4L << 20);
    }

    @Test
    void whatIsOverGivesItsMemoryBack() {
        one.begin(Duration.ofHours(1), LARGE);
        one.use(12L << 20);
        one.end();
        other.begin(Duration.ofHours(1), LARGE);
        other.use(12L << 20);
    }
}
