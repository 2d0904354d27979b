package dev.shipgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The parser guesses the encoding from the first bytes, and so comes to characters that are none. */
class JsonEncodingTest {

    private static final byte[] WRONG_UTF_32 = {'{', 0, 0, 0, -1, -1, -1, 127, '}', 0, 0, 0};

    @Test
    void refusesADocumentWithCharactersThatAreNone() {
        assertThatThrownBy(() -> JsonDocument.read(new ByteArrayInputStream(WRONG_UTF_32)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The file is not JSON in UTF-8.");
    }

    @Test
    void recognisesNothingInCharactersThatAreNone() throws IOException {
        FileStart start = FileStart.of(ResultFile.of(null, "result.json", WRONG_UTF_32));

        assertThat(start.hasFields("status")).isFalse();
    }
}
