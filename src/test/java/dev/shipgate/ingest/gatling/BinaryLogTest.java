package dev.shipgate.ingest.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryLogTest {

    private static final long RUN_START_MS = 1_795_470_807_875L;

    private final ResultFormat gatling = new Gatling();
    private ByteArrayOutputStream bytes;
    private DataOutputStream log;

    @BeforeEach
    void startALog() throws IOException {
        begin("3.13.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.13.0", "3.14.9", "3.15.0"})
    void readsTheVersionsThatAreKnown(String version) throws IOException {
        begin(version);
        request(1, "tts", 10, 30, true);

        assertThat(read().routes()).containsOnlyKeys("tts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.12.0", "3.16.0", "4.0.0"})
    void refusesOtherVersions(String version) throws IOException {
        begin(version);

        assertRefused("Byte " + (6 + version.length()) + ": The log is of Gatling \"" + version
                + "\". Binary ones are read of 3.13 to 3.15.");
    }

    @Test
    void readsNamesThatAreNotLatin() throws IOException {
        record(1, 0, 1);
        utf16("日本\uD83D\uDE00");
        log.writeInt(10);
        log.writeInt(30);
        log.writeByte(1);
        log.writeInt(2);
        log.writeInt(0);

        assertThat(read().routes()).containsOnlyKeys("日本\uD83D\uDE00");
    }

    @Test
    void readsNamesThatCameFirstAsMessages() throws IOException {
        log.writeByte(4);
        log.writeInt(1);
        latin("tts");
        log.writeInt(5);
        record(1, 0, -1);
        log.writeInt(10);
        log.writeInt(30);
        log.writeByte(0);
        log.writeInt(-1);

        assertThat(read().routes()).containsOnlyKeys("tts");
    }

    @Test
    void countsMessagesThatNobodyWaitedForAsNoRequests() throws IOException {
        request(1, "ws", 10, (int) (Long.MIN_VALUE - RUN_START_MS), true);

        assertThat(read().routes()).isEmpty();
        assertThat(read().notes())
                .containsExactly(
                        "Messages of servers in Gatling's log that no check waited for: 1. Gatling counts none as a "
                                + "request.");
    }

    @Test
    void saysThatErrorsCountAsNoRequestsAndThatUsersHaveNotEnded() throws IOException {
        log.writeByte(2);
        log.writeInt(0);
        log.writeByte(1);
        log.writeInt(5);
        log.writeByte(4);
        log.writeInt(1);
        latin("tts: No attribute named 'id' is defined ");
        log.writeInt(9);

        assertThat(read().notes())
                .containsExactly(
                        "Users of Gatling's log who have started and not ended: 1. Either the run was stopped (maxDuration "
                                + "does it), or the log is cut off after a whole record.",
                        "Errors in Gatling's log that are no failed requests, such as requests that could not be built: "
                                + "1. Gatling counts them in no error rate.");
    }

    @Test
    void takesNoMemoryForALengthThatCannotBe() throws IOException {
        record(1, 0, 1);
        log.writeInt(Integer.MAX_VALUE);

        assertRefused("Byte 57: The number of bytes is 2147483647. It must be 0 to 1048576.");
    }

    @Test
    void refusesWhatIsNoRecord() throws IOException {
        log.writeByte(9);

        assertRefused("Byte 45: There is no record of the kind 9. It must be 1 to 4.");
    }

    @Test
    void refusesNumbersOfTextsThatAreNotTheNext() throws IOException {
        record(1, 0, 3);

        assertRefused(
                "Byte 53: The number of a text is 3. It must be 1 for a new one, or that of one before, below 0.");
    }

    @Test
    void refusesARequestThatEndsBeforeItStarts() throws IOException {
        request(1, "tts", 30, 10, true);

        assertRefused("Byte 78: The request \"tts\" ends at 10, before it starts at 30.");
    }

    @Test
    void refusesAUserOfNoScenario() throws IOException {
        record(2, 1);

        assertRefused("Byte 49: The scenario of a user is 1. There are 1, from 0.");
    }

    @Test
    void refusesAStatusThatIsNeither() throws IOException {
        record(1, 0, 1);
        latin("tts");
        log.writeInt(10);
        log.writeInt(30);
        log.writeByte(2);

        assertRefused("Byte 70: \"ok\" is 2. It must be 0 or 1.");
    }

    @Test
    void refusesATextOfAnUnknownCoder() throws IOException {
        record(1, 0, 1);
        log.writeInt(1);
        log.write(new byte[] {'x', 7});

        assertRefused("Byte 59: The coder of a text of 1 bytes is 7. It must be 0 (Latin-1) or 1 (UTF-16).");
    }

    @Test
    void refusesARecordThatIsCutOff() throws IOException {
        record(1, 0);

        assertRefused(
                "Byte 49: The file ends within a record. Is it cut off? Gatling writes the last records when the run "
                        + "ends.");
    }

    private void begin(String version) throws IOException {
        bytes = new ByteArrayOutputStream();
        log = new DataOutputStream(bytes);
        log.writeByte(0);
        latin(version);
        latin("G");
        log.writeLong(RUN_START_MS);
        log.writeInt(0);
        log.writeInt(1);
        latin("t");
        log.writeInt(0);
    }

    private void record(int header, int... numbers) throws IOException {
        log.writeByte(header);
        for (int number : numbers) {
            log.writeInt(number);
        }
    }

    private void request(int index, String name, int start, int end, boolean ok) throws IOException {
        record(1, 0, index);
        latin(name);
        log.writeInt(start);
        log.writeInt(end);
        log.writeByte(ok ? 1 : 0);
        log.writeInt(index + 1);
        log.writeInt(0);
    }

    private void latin(String text) throws IOException {
        log.writeInt(text.length());
        log.write(text.getBytes(StandardCharsets.ISO_8859_1));
        log.writeByte(0);
    }

    private void utf16(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_16LE);
        log.writeInt(encoded.length);
        log.write(encoded);
        log.writeByte(1);
    }

    private LoadTestResult read() throws IOException {
        return ImportedFile.read(gatling, bytes.toByteArray(), Mapping.none());
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
