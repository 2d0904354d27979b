package dev.shipgate.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final Bulkhead one = new Bulkhead(1, "Walks");

    @Test
    void oneMoreThanMayIsRefusedUntilTheFirstHasEnded() {
        one.<String, RuntimeException>run(() -> {
            assertThatThrownBy(() -> one.run(() -> "second"))
                    .isInstanceOf(TooManyRequestsException.class)
                    .hasMessage("Walks run already, as many as may at a time. Try again later.");
            return "first";
        });
        assertThat(one.<String, RuntimeException>run(() -> "third")).isEqualTo("third");
    }

    @Test
    void whatFailsMakesRoomToo() {
        assertThatThrownBy(() -> one.run(() -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);
        assertThat(one.<String, RuntimeException>run(() -> "next")).isEqualTo("next");
    }
}
