package dev.shipgate.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each byte is seen once, in whichever way it is read. */
class WatchedStreamTest {

    private final StringBuilder seen = new StringBuilder();

    @Test
    void aByteTwoBytesAndTheRestAreSeenInTheirOrder() throws IOException {
        WatchedStream in = watched("one two");

        assertThat(in.read()).isEqualTo('o');
        assertThat(in.read(new byte[10], 5, 2)).isEqualTo(2);
        assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(" two");

        assertThat(seen).hasToString("one two");
        assertThat(in.read()).isEqualTo(-1);
        assertThat(seen).hasToString("one two");
    }

    @Test
    void whatIsSkippedIsSeen() throws IOException {
        WatchedStream in = watched("one two");

        assertThat(in.skip(4)).isEqualTo(4);
        assertThat(in.skip(-1)).isZero();

        assertThat(seen).hasToString("one ");
    }

    @Test
    void nothingIsReadTwice() throws IOException {
        try (WatchedStream in = watched("one")) {
            assertThat(in.markSupported()).isFalse();
        }
    }

    private WatchedStream watched(String text) {
        return new WatchedStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {

            @Override
            protected void saw(byte[] buffer, int offset, int count) {
                seen.append(new String(buffer, offset, count, StandardCharsets.UTF_8));
            }
        };
    }
}
