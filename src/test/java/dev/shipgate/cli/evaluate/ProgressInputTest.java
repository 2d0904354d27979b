package dev.shipgate.cli.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressInputTest {

    private static String told(int bytes) throws IOException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        try (InputStream in = new ProgressInput(
                new ByteArrayInputStream(new byte[bytes]), "a.jtl", bytes, new PrintStream(terminal, true, UTF_8))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return terminal.toString(UTF_8);
    }

    @Test
    void eachMegabyteIsToldInOneLineThatIsLeftEmpty() throws IOException {
        assertThat(told(2_100_000).replaceAll("\r +\r$", "\r#")).matches("\ra\\.jtl: 1 of 2 MB\ra\\.jtl: 2 of 2 MB\r#");
    }

    @Test
    void nothingIsToldOfASmallFile() throws IOException {
        assertThat(told(999_999)).isEmpty();
    }
}
