package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection on which headers begin and do not end, on a clock of the test. */
class HeaderTimeoutTest {

    private static final int TIMEOUT_SECONDS = 30;

    private final HeaderTimeout timeout = new HeaderTimeout(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
    private final EmbeddedChannel connection = new EmbeddedChannel(timeout);

    HeaderTimeoutTest() {
        connection.freezeTime();
    }

    @Test
    void aByteNowAndThenDoesNotKeepAConnection() {
        for (int second = 0; second < TIMEOUT_SECONDS; second++) {
            send("a");
            pass(1);
        }

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aConnectionOnWhichNothingComesIsNotKept() {
        HeaderTimeout silent = new HeaderTimeout(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
        EmbeddedChannel other = new EmbeddedChannel(false, false, silent);
        other.freezeTime();
        assertThatCode(other::register).doesNotThrowAnyException();

        other.advanceTimeBy(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        other.runScheduledPendingTasks();

        assertThat(other.isOpen()).isFalse();
    }

    @Test
    void whoseHeadersCameMaySendABodySlowly() {
        send("GET");
        timeout.headersCame();
        send("body");
        pass(2 * TIMEOUT_SECONDS);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aConnectionMayWaitForItsNextRequestWhichThenHasTheSameTime() {
        send("GET");
        timeout.headersCame();
        timeout.answered();
        pass(2 * TIMEOUT_SECONDS);
        assertThat(connection.isOpen()).isTrue();

        send("GET");
        pass(TIMEOUT_SECONDS);
        assertThat(connection.isOpen()).isFalse();
    }

    private void send(String text) {
        if (connection.isOpen()) {
            connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        }
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
