package dev.shipgate.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CountedInputTest {

    private final CountedInput in = new CountedInput(new ByteArrayInputStream(new byte[10]));

    @Test
    void countsNothingBeforeItIsRead() {
        assertThat(in.bytes()).isZero();
    }

    @Test
    void countsWhatIsReadAndWhatIsSkipped() throws IOException {
        in.read();
        in.read(new byte[8], 2, 3);
        in.skip(4);
        assertThat(in.bytes()).isEqualTo(8);

        in.readAllBytes();
        assertThat(in.bytes()).isEqualTo(10);
    }

    @Test
    void countsNothingAtTheEnd() throws IOException {
        in.readAllBytes();

        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[3])).isEqualTo(-1);
        assertThat(in.bytes()).isEqualTo(10);
    }
}
