package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class LargeBodiesLimitTest {

    private static final int LARGEST = Integer.MAX_VALUE;

    /** A body larger than a 32nd of this memory, so that the limit is that of one such body. */
    private final LargeBodies bodies = new LargeBodies(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(HttpConfig.class)
            .withDefaultValue("shipgate.http.max-body-size", Integer.toString(LARGEST))
            .build()
            .getConfigMapping(HttpConfig.class));

    @Test
    void besideOneOfTheLargestOnlySmallOnesAreEvaluated() {
        String answer = bodies.run(LARGEST, () -> {
            assertThatThrownBy(() -> bodies.run(1 << 20, () -> "never")).isInstanceOf(TooManyRequestsException.class);
            return bodies.run(1 << 10, () -> "small");
        });
        assertThat(answer).isEqualTo("small");
    }

    @Test
    void whatEndedMakesRoomHoweverItEnded() {
        assertThatThrownBy(() -> bodies.run(LARGEST, () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(bodies.run(LARGEST, () -> "next")).isEqualTo("next");
    }
}
