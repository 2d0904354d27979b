package dev.shipgate.ingest.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportBodyTest {

    private static final String OF_CURL = "application/x-www-form-urlencoded";

    private static ImportBody body(String type, String text) {
        return ImportBody.of(type, text.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void aTableThatLostItsLineEndsIsRefusedWithHowToSendIt() {
        assertThatThrownBy(() -> body(OF_CURL, "concurrency,p95_ms,error_rate50,420,0.001100,600,0.002"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The file has no line ends. Maybe curl -d has taken them out of it? Send it with curl "
                        + "--data-binary @FILE, or with curl -F file=@FILE.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                OF_CURL + "|~ {\"metrics\":{}}~",
                OF_CURL + "|~[{\"url\":\"x\"}]~",
                OF_CURL + "|~a,b\n1,2~",
                OF_CURL + "|~~",
                OF_CURL + "|~<?xml version=\"1.0\"?><testResults/>~",
                OF_CURL + "|~\uFEFF{\"metrics\":{}}~",
                OF_CURL + "|~\uFEFF <testResults/>~",
                OF_CURL + "|~ab\u0001cd~",
                "text/csv|~a,b~"
            })
    void documentsAndWholeFilesAreTaken(String type, String text) {
        assertThat(body(type, text).files()).hasSize(1);
    }

    @Test
    void aCompressedFileIsTaken() {
        byte[] start = {0x1f, (byte) 0x8b, 'x', 'y'};

        assertThat(ImportBody.of(OF_CURL, start, null).files()).hasSize(1);
    }
}
