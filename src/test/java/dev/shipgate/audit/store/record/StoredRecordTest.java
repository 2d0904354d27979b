package dev.shipgate.audit.store.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.shipgate.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class StoredRecordTest {

    private static final RecordPlace PLACE = new RecordPlace("chain", 1, null, new byte[Sha256.BYTES]);
    private static final int MIB = 1 << 20;

    private static byte[] spaces(int count) {
        return " ".repeat(count).getBytes(UTF_8);
    }

    private static StoredRecord record(byte[] content) {
        return new StoredRecord(null, PLACE, new byte[Sha256.BYTES], content, null);
    }

    private static StoredRecord written(byte[] text) throws IOException {
        RecordContent content = new RecordContent();
        try (content) {
            content.write(text);
        }
        return new StoredRecord(null, PLACE, RecordText.hash(content.digest(), PLACE), content.compressed(), null);
    }

    @Test
    void isLargeByItsTextHoweverLittleIsStored() throws IOException {
        assertThat(written(spaces(MIB)).isLarge()).isFalse();
        StoredRecord large = written(spaces(MIB + 1));
        assertThat(large.isLarge()).isTrue();
        assertThat(large.content()).hasSizeLessThan(200);
    }

    @Test
    void isLargeWhenItDoesNotTellHowLongItIs() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (OutputStream text = new ZstdOutputStreamNoFinalizer(frame)) {
            text.write(spaces(1));
        }
        assertThat(record(frame.toByteArray()).isLarge()).isTrue();
        assertThat(record(new byte[1]).isLarge()).isTrue();
    }

    @Test
    void isUnchangedWithTheHashThatItWasWrittenWith() throws IOException {
        StoredRecord small = written(spaces(1));
        StoredRecord large = written(spaces(2 * MIB));

        assertThat(small.requireUnchanged()).isSameAs(small);
        assertThat(large.requireUnchanged()).isSameAs(large);
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(record(small.content())::requireUnchanged)
                .withMessage("The content of the record at position 1 of the chain chain does not have the hash that "
                        + "was recorded with it. GET /v1/audit/verification says more.");
    }
}
