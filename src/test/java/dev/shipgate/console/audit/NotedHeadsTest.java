package dev.shipgate.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.json.InvalidBodyException;
import org.junit.jupiter.api.Test;

class NotedHeadsTest {

    private static final String ONE = "1".repeat(64);
    private static final String OTHER = "a".repeat(64);

    @Test
    void findsTheHashOfEachLine() {
        String noted = "2026-12-01T16:06:58Z chain f658fb1f-73dc-4f04-a0e0-9881ea811b28 position 1 hash " + ONE
                + "\r\n\r\n  " + OTHER + "\n";
        assertThat(NotedHeads.read(noted)).containsExactly(ONE, OTHER);
    }

    @Test
    void findsAllHashesOfALine() {
        assertThat(NotedHeads.read("{\"heads\":[\"" + ONE + "\",\"" + OTHER + "\"]}"))
                .containsExactly(ONE, OTHER);
    }

    @Test
    void findsNoneInABlankText() {
        assertThat(NotedHeads.read(" \n ")).isEmpty();
    }

    @Test
    void passesOverNoLine() {
        assertThatThrownBy(() -> NotedHeads.read(ONE + "\n" + OTHER + "a\n"))
                .isInstanceOf(InvalidBodyException.class)
                .hasMessageContaining("Line 2 has no hash, which is 64 characters of 0-9 and a-f.");
    }
}
