package dev.shipgate.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.Logged;
import org.junit.jupiter.api.Test;

class MemoryExhaustionTest {

    @Test
    void aJvmWithoutTheOptionIsNotAskedForIt() {
        assertThat(MemoryExhaustion.isOnOrUnknown("NoSuchOption")).isTrue();
        assertThat(MemoryExhaustion.isOnOrUnknown("PrintConcurrentLocks")).isFalse();
    }

    @Test
    void aProcessThatGoesOnWithoutMemoryIsWarnedOf() {
        try (Logged log = Logged.by(MemoryExhaustion.class)) {
            MemoryExhaustion.warnUnless(true);
            assertThat(log.entries()).isEmpty();
            MemoryExhaustion.warnUnless(false);
            assertThat(log.entries())
                    .singleElement()
                    .asString()
                    .startsWith("WARN This process may go on")
                    .contains("-XX:+ExitOnOutOfMemoryError");
        }
    }
}
