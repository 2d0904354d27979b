package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.RecordingSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTableTest {

    private static final String HEADER =
            "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
                    + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";

    private final ResultFormat jmeter = new JMeter();

    @Test
    void readsASampleFromEachRow() throws IOException {
        RecordingSink tally = tell(HEADER + row(1000, 20, "tts", "T 1-1", true) + row(1020, 40, "tts", "T 1-1", false));

        assertThat(tally.durationsMs()).hasToString("{tts=[20, 40]}");
        assertThat(tally.failures()).hasToString("{tts=1}");
        assertThat(tally.startsMs()).containsExactly(1000L, 1020L);
        assertThat(tally.userCounts()).containsExactly(3);
        assertThat(tally.usersAtMs()).containsExactly(1000L);
        assertThat(tally.notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void readsOtherSeparators(String separator) throws IOException {
        String table = (HEADER + row(1000, 20, "tts", "T 1-1", true)).replace(",", separator);

        assertThat(ImportedFile.recognises(jmeter, table.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(route(ImportedFile.read(jmeter, table), "tts"))
                .hasToString("{\"p95_ms\":20.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}");
    }

    @Test
    void findsColumnsByTheirNames() throws IOException {
        assertThat(route(ImportedFile.read(jmeter, "label,success,elapsed\ntts,true,7\n"), "tts")
                        .get("p95_ms")
                        .doubleValue())
                .isEqualTo(7);
    }

    @Test
    void readsLabelsWithSeparatorsQuotesAndLineEnds() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, "label,success,elapsed\r\n\"a, \"\"b\"\"\nc\",true,7\r\n");

        assertThat(test.routes()).containsOnlyKeys("a, \"b\"\nc");
    }

    @Test
    void namesRoutesByAnotherColumn() throws IOException {
        LoadTestResult test =
                ImportedFile.read(jmeter, HEADER + row(1000, 20, "tts", "T 1-1", true), "by: responseCode");

        assertThat(test.routes()).containsOnlyKeys("200");
    }

    @Test
    void readsNoTimesFromDates() throws IOException {
        RecordingSink tally = tell(HEADER
                + row(1000, 20, "tts", "T 1-1", true).replace("1000,", "2024/06/11 10:00:00.000,")
                + row(1000, 30, "tts", "T 1-1", true).replace("1000,", "2024/06/11 10:00:01.000,"));

        assertThat(tally.durationsMs()).hasToString("{tts=[20, 30]}");
        assertThat(tally.startsMs()).containsExactly(0L, 0L);
        assertThat(tally.userCounts()).isEmpty();
        assertThat(tally.notes)
                .containsExactly(
                        "Times of samples are not read, as timeStamp is a date without a zone, such as \"2024/06/11 "
                                + "10:00:00.000\". Set jmeter.save.saveservice.timestamp_format=ms for them.");
    }

    @Test
    void saysWhenTransactionsCannotBeTold() throws IOException {
        assertThat(ImportedFile.read(jmeter, "label,success,elapsed\ntts,true,7\n")
                        .notes())
                .containsExactly(
                        "There is no column responseMessage, without which rows of transaction controllers are taken "
                                + "for requests. Set jmeter.save.saveservice.response_message=true.",
                        "There is no column responseCode, without which nobody sees that a sample is called a success in "
                                + "spite of its status. Set jmeter.save.saveservice.response_code=true.",
                        "There is no column threadName, without which rows of transaction controllers and of parts of "
                                + "samples, such as redirects, are taken for requests. Set "
                                + "jmeter.save.saveservice.thread_name=true.");
    }

    @ParameterizedTest
    @CsvSource({
        "'label,elapsed', 'Line 1: There is no column \"success\". Set jmeter.save.saveservice.successful=true.'",
        "'label,success', 'Line 1: There is no column \"elapsed\". Set jmeter.save.saveservice.time=true.'",
        "'elapsed,success', 'Line 1: There is no column \"label\". Set jmeter.save.saveservice.label=true.'",
        "'timeStamp,responseCode,success', 'Line 1: There is no column \"elapsed\", and no \"label\". Set "
                + "jmeter.save.saveservice.time=true and jmeter.save.saveservice.label=true.'"
    })
    void refusesTablesWithoutWhatIsNeeded(String header, String message) {
        assertRefused(header + "\n", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeStamp,elapsed,responseCode,success",
                "timeStamp;label;responseCode;success",
                "responseCode,threadName,success",
                "\"timeStamp\",\"elapsed\",\"label\",\"success\""
            })
    void knowsATableOfWhichColumnsAreMissing(String header) throws IOException {
        assertThat(ImportedFile.recognises(jmeter, (header + "\n").getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"elapsed,label", "label,avg_ct,bytes", "concurrency,p95_ms,error_rate", "label: success"})
    void knowsNoOtherTable(String header) throws IOException {
        assertThat(ImportedFile.recognises(jmeter, (header + "\n").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void refusesTablesWithoutAHeader() throws IOException {
        String table = row(1551783627191L, 20, "tts", "T 1-1", true);

        assertThat(ImportedFile.recognises(jmeter, table.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertRefused(
                table,
                "Line 1: The names of JMeter's columns must be there, such as timeStamp,elapsed,label. Set "
                        + "jmeter.save.saveservice.print_field_names=true.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tts,yes,7,1 | Line 2: success is \"yes\". It must be true or false.",
                "tts,TRUE,7,1 | Line 2: success is \"TRUE\". A spreadsheet has changed the file: it writes TRUE and FALSE, and "
                        + "times as 1.76E+12. Give it as JMeter wrote it.",
                "tts,true,-7,1 | Line 2: elapsed is -7. It must be 0 or more, in milliseconds.",
                "tts,true,fast,1 | Line 2: \"fast\" must be a whole number.",
                "tts,true,7 | Line 2: The row has 3 cells, and the header has 4. Is the file cut off?",
                "tts,true,7,5 | Line 2: SampleCount is 5, so that the row is no single sample. Set mode=StrippedBatch, and "
                        + "not Statistical."
            })
    void refusesWrongRows(String row, String message) {
        assertRefused("label,success,elapsed,SampleCount\n" + row + "\n", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.760.000.000.000 | \"1.760.000.000.000\" must be a number without thousands separators.",
                "'\"1,760,000,000,000\"' | \"1,760,000,000,000\" must be a number without thousands separators.",
                "abc | \"abc\" must be a whole number.",
                "2024-06-11 | \"2024-06-11\" must be a number, but is a date or a time. Maybe a spreadsheet made one of a number?",
                "'' | \"\" must be a whole number."
            })
    void refusesTimesThatAreNone(String time, String why) {
        assertRefused("timeStamp,label,success,elapsed\n" + time + ",tts,true,7\n", "Line 2: " + why);
    }

    /** With seconds the samples of a thread would lie within each other, as parts do. */
    @ParameterizedTest
    @CsvSource({"1760000000,seconds", "1760000000000000,microseconds", "1760000000000000000,microseconds"})
    void refusesTimesOfAnotherUnit(long time, String unit) {
        assertRefused(
                "timeStamp,label,success,elapsed\n" + time + ",tts,true,7\n",
                "Line 2: timeStamp is " + time + ", which seems to be in " + unit
                        + ". It must be in milliseconds since 1970, as JMeter writes it, such as 1760000000000.");
    }

    @Test
    void refusesASuccessBesideAnErrorCount() {
        assertRefused(
                "label,success,elapsed,SampleCount,ErrorCount\ntts,false,7,1,1\ntts,true,7,1,1\n",
                "Line 3: ErrorCount is 1, but success is true.");
    }

    @Test
    void tellsTheStartOfALongTimeAlone() {
        assertRefused(
                "timeStamp,label,success,elapsed\n" + "x".repeat(5_000) + ",tts,true,7\n",
                "Line 2: \"" + "x".repeat(60) + "...\" must be a whole number.");
    }

    @Test
    void readsTimesThatAProgramWroteWithDecimals() throws IOException {
        assertThat(tell("timeStamp,label,success,elapsed\n1760000000000.0,tts,true,7\n")
                        .startsMs())
                .containsExactly(1_760_000_000_000L);
    }

    @Test
    void refusesTimesThatASpreadsheetShortened() {
        assertRefused(
                "timeStamp,label,success,elapsed\n1.76E+12,tts,true,7\n",
                "Line 2: timeStamp is \"1.76E+12\", of which a spreadsheet has taken digits away. Give the file as JMeter wrote "
                        + "it.");
    }

    @Test
    void refusesARowWithoutItsEnd() {
        assertRefused(
                "label,success,elapsed\ntts,true,7",
                "The last line has no end. Is the file cut off? JMeter ends each line, and writes the last ones when the test "
                        + "ends.");
    }

    @Test
    void refusesACellThatNeverEnds() {
        assertThatThrownBy(() -> ImportedFile.read(jmeter, "label,success,elapsed\n\"" + "x".repeat(20_000_000)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("After line 1 the file is no table: its cells are too long, or too many.");
    }

    @ParameterizedTest
    @CsvSource({
        "500, true, 1",
        "400, true, 1",
        "999, true, 1",
        "'', true, 0",
        "Non HTTP response code: java.net.ConnectException, true, 1",
        "500, false, 0",
        "399, true, 0",
        "200, true, 0",
        "OK, true, 0",
        "0, true, 0",
        "1000, true, 0"
    })
    void countsSuccessesThatTheirCodeContradicts(String code, boolean success, int contradicting) throws IOException {
        RecordingSink tally =
                tell(HEADER + row(1000, 20, "tts", "T 1-1", success).replace(",200,", "," + code + ","));

        assertThat(tally.contradictingStatus.getOrDefault("tts", 0L)).isEqualTo(contradicting);
    }

    @Test
    void knowsNoContradictionWithoutCodes() throws IOException {
        assertThat(tell("label,success,elapsed\ntts,true,7\n").contradictingStatus)
                .isEmpty();
    }

    static String row(long atMs, long elapsedMs, String label, String thread, boolean success) {
        return row(atMs, elapsedMs, label, thread, success, "OK");
    }

    static String row(long atMs, long elapsedMs, String label, String thread, boolean success, String message) {
        return atMs + "," + elapsedMs + "," + label + ",200," + message + "," + thread + ",text," + success
                + ",,18,8,1,3,null,0,0,0\n";
    }

    static String table(String... rows) {
        return HEADER + String.join("", rows);
    }

    private RecordingSink tell(String table) throws IOException {
        RecordingSink tally = new RecordingSink();
        ImportedFile.report(jmeter, table.getBytes(StandardCharsets.UTF_8), Mapping.none(), tally);
        return tally;
    }

    private void assertRefused(String table, String message) {
        assertThatThrownBy(() -> ImportedFile.read(jmeter, table.getBytes(StandardCharsets.UTF_8), mapping("{}")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
