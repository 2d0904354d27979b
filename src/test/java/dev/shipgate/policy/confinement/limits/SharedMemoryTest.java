package dev.shipgate.policy.confinement.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.policy.AllowanceUsedError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {

    private static final long LARGE = 100L << 20;
    private static final long SHARED = 8L << 20;

    private final SharedMemory shared = new SharedMemory(SHARED);
    private final EvaluationAllowance one = new EvaluationAllowance(shared);
    private final EvaluationAllowance other = new EvaluationAllowance(shared);

    @Test
    void severalEvaluationsTogetherUseNoMoreThanThereIs() {
        one.begin(Duration.ofHours(1), LARGE);
        other.begin(Duration.ofHours(1), LARGE);

        one.use(SharedMemory.OWN_BYTES + SHARED / 2);
        assertThatThrownBy(() -> other.use(SharedMemory.OWN_BYTES + SHARED))
                .isInstanceOfSatisfying(
                        AllowanceUsedError.class,
                        used -> assertThat(used.used()).isEqualTo(AllowanceUsedError.Of.SHARED_MEMORY));
    }

    @Test
    void aSmallOneDoesNotDependOnTheOthers() {
        one.begin(Duration.ofHours(1), LARGE);
        other.begin(Duration.ofHours(1), LARGE);

        one.use(SharedMemory.OWN_BYTES + SHARED);
        other.use(SharedMemory.OWN_BYTES);
    }

    @Test
    void whatWasRefusedMemoryIsOverAlsoWhenOthersGiveTheirsBack() {
        one.begin(Duration.ofHours(1), LARGE);
        other.begin(Duration.ofHours(1), LARGE);
        one.use(SharedMemory.OWN_BYTES + SHARED);
        assertThatThrownBy(() -> other.use(SharedMemory.OWN_BYTES + SHARED)).isInstanceOf(AllowanceUsedError.class);
        one.end();

        assertThatThrownBy(other::require)
                .isInstanceOfSatisfying(
                        AllowanceUsedError.class,
                        used -> assertThat(used.used()).isEqualTo(AllowanceUsedError.Of.SHARED_MEMORY));
    }

    @Test
    void whatIsOverGivesItsMemoryBack() {
        one.begin(Duration.ofHours(1), LARGE);
        one.use(SharedMemory.OWN_BYTES + SHARED);
        one.end();
        other.begin(Duration.ofHours(1), LARGE);
        other.use(SharedMemory.OWN_BYTES + SHARED);
    }
}
