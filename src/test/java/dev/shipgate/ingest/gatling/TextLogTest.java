package dev.shipgate.ingest.gatling;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLogTest {

    private static final String RUN = "RUN\tsim.Gate\tgate\t1000\t \t3.11.5\n";

    private final ResultFormat gatling = new Gatling();

    @ParameterizedTest
    @ValueSource(strings = {"3.0.0", "3.1.3", "3.2.1", "3.3.1"})
    void readsLogsWithTheNumberOfTheUser(String version) throws IOException {
        RecordingSink tally = tell("RUN\tsim.Gate\tgate\t1000\t \t" + version + "\n"
                + "USER\tturn\t7\tSTART\t1000\t1000\n"
                + "REQUEST\t7\tvoice\tasr\t1001\t1021\tOK\t \n"
                + "REQUEST\t7\t\ttts\t1021\t1051\tKO\tstatus.find.is(200), found 500\n"
                + "GROUP\t7\tvoice\t1001\t1021\t20\tOK\n"
                + "USER\tturn\t7\tEND\t1000\t1060\n");

        assertThat(tally.durationsMs()).hasToString("{asr=[20], tts=[30]}");
        assertThat(tally.failures()).hasToString("{asr=0, tts=1}");
        assertThat(tally.startsMs()).containsExactly(1001L, 1021L);
        assertThat(tally.userCounts()).containsExactly(1, 0);
        assertThat(tally.usersAtMs()).containsExactly(1000L, 1060L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.4.2", "3.9.5", "3.12.0"})
    void readsLogsWithoutTheNumberOfTheUser(String version) throws IOException {
        RecordingSink tally = tell("RUN\tsim.Gate\tgate\t1000\t \t" + version + "\n"
                + "USER\tturn\tSTART\t1000\n"
                + "REQUEST\tvoice,inner\tasr\t1001\t1021\tOK\t \n"
                + "USER\tturn\tEND\t1060\n");

        assertThat(tally.durationsMs()).hasToString("{asr=[20]}");
        assertThat(tally.userCounts()).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource({"2.3.1", "3.13.0", "4.0.0", "2.0"})
    void refusesOtherVersions(String version) {
        assertRefused(
                "RUN\tsim.Gate\tgate\t1000\t \t" + version + "\n",
                "The log is of Gatling " + version + ", and logs are read of 3.0 to 3.12 (text) and of 3.13 to 3.15 "
                        + "(binary).");
    }

    @ParameterizedTest
    @CsvSource({
        "RUN~example.Quotes~~quotes~1760000000000~night run~2.0",
        "example.Quotes~quotes~RUN~1760000000000~night run~2.0",
        "RUN~20150101120000~quotes~night run~2.0"
    })
    void namesTheVersionOfAnOlderLog(String line) throws IOException {
        String log = line.replace('~', '\t') + "\nUSER\tQuotes\t1\tSTART\t1\t1\n";

        assertThat(ImportedFile.recognises(gatling, log.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThatThrownBy(() -> ImportedFile.read(gatling, log))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageEndingWith(
                        "The log is of Gatling 2.0, and logs are read of 3.0 to 3.12 (text) and of 3.13 to "
                                + "3.15 (binary).");
    }

    @Test
    void readsLinesWhoseTrailingBlanksWereStripped() throws IOException {
        RecordingSink tally = tell(RUN + "REQUEST\t\ttts\t1001\t1021\tOK\nREQUEST\t\ttts\t1001\t1021\tOK\t\n"
                + "REQUEST\t\ttts\t1001\t1031\tKO\n");

        assertThat(tally.durationsMs()).hasToString("{tts=[20, 20, 30]}");
        assertThat(tally.failures()).hasToString("{tts=1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%s\n", "%s\n%s", "\n%s%s\n\n", "%s\r\n%s", "%s \n%s"})
    void passesOverBlankLines(String log) throws IOException {
        String file = log.formatted(RUN, "REQUEST\t\ttts\t1001\t1021\tOK\t \n");

        assertThat(ImportedFile.recognises(gatling, file.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(tell(file).durationsMs()).hasToString("{tts=[20]}");
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        String log = "\uFEFF" + RUN + "REQUEST\t\ttts\t1001\t1021\tOK\t \n";

        assertThat(ImportedFile.recognises(gatling, log.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(ImportedFile.read(gatling, log).routes()).containsOnlyKeys("tts");
    }

    /** The letters of several names would be the same ones, and their routes too. */
    @Test
    void refusesLettersOfAnotherEncoding() {
        String log = RUN + "REQUEST\t\tZ\u00fcrich\t1001\t1021\tOK\t \n";

        assertThatThrownBy(() -> new Gatling()
                        .read(
                                new ByteArrayInputStream(log.getBytes(StandardCharsets.ISO_8859_1)),
                                Mapping.none(),
                                new RecordingSink()))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("The file is not text in UTF-8.");
    }

    @Test
    void readsAssertionsInWords() throws IOException {
        assertThat(tell("ASSERTION\tPATH\tGLOBAL\tTARGET\tRESPONSE_TIME\tMAX\tCONDITION\tLESS_THAN\t800\n" + RUN
                                + "REQUEST\t\ttts\t1001\t1021\tOK\t \n")
                        .durationsMs())
                .hasToString("{tts=[20]}");
    }

    @Test
    void readsTextsOfSeveralLines() throws IOException {
        RecordingSink tally = tell(RUN.replace("\t \t", "\tnight\nrun\t")
                + "REQUEST\t\ttts\t1001\t1021\tKO\tnot found:\tx\n<html>\n\n</html>\n"
                + "ERROR\tcannot build\n\tin session of user 7\t1010\n"
                + "ERROR\ttoo late\t1011\n"
                + "REQUEST\t\ttts\t1001\t1031\tOK\t \n");

        assertThat(tally.durationsMs()).hasToString("{tts=[20, 30]}");
        assertThat(tally.failures()).hasToString("{tts=1}");
        assertThat(tally.notes)
                .containsExactly(
                        "Errors in Gatling's log that are no failed requests, such as requests that could not be "
                                + "built: 2. Gatling counts them in no error rate.");
    }

    @Test
    void refusesAnErrorWithoutItsEnd() {
        assertRefused(
                RUN + "ERROR\tcannot build\n\tin session of user 7\nUSER\tturn\tSTART\t1021\n",
                "Line 2: The error has no time in milliseconds at its end. Is the file cut off?");
    }

    @ParameterizedTest
    @CsvSource({"name, asr", "group, voice / inner", "path, voice / inner / asr"})
    void namesRoutesAsAsked(String by, String name) throws IOException {
        LoadTestResult test =
                ImportedFile.read(gatling, RUN + "REQUEST\tvoice,inner\tasr\t1001\t1021\tOK\t \n", "by: " + by);

        assertThat(test.routes()).containsOnlyKeys(name);
    }

    @Test
    void putsRequestsOfOneNameTogetherWhateverTheirGroup() throws IOException {
        LoadTestResult test = ImportedFile.read(
                gatling, RUN + "REQUEST\ta\tasr\t1001\t1021\tOK\t \nREQUEST\tb\tasr\t1001\t1041\tKO\tno\n");

        assertThat(route(test, "asr")).hasToString("{\"p95_ms\":40.0,\"error_rate\":0.5,\"samples\":2,\"failed\":1}");
    }

    @Test
    void leavesOutRequestsWithoutGroupWhenNamedByIt() throws IOException {
        LoadTestResult test = ImportedFile.read(
                gatling,
                RUN + "REQUEST\t\ttts\t1001\t1021\tOK\t \nREQUEST\tvoice\tasr\t1001\t1021\tOK\t \n",
                "by: group");

        assertThat(test.routes()).containsOnlyKeys("voice");
        assertThat(test.notes())
                .containsExactly("1 request, which did not fail, is left out as they are in no group: tts.");
    }

    @Test
    void countsMessagesThatNobodyWaitedForAsNoRequests() throws IOException {
        LoadTestResult test =
                ImportedFile.read(gatling, RUN + "REQUEST\t\tws\t1001\t0\tOK\t \nREQUEST\t\ttts\t1001\t1021\tOK\t \n");

        assertThat(test.routes()).containsOnlyKeys("tts");
        assertThat(test.notes())
                .containsExactly(
                        "Messages of servers in Gatling's log that no check waited for: 1. Gatling counts none as a "
                                + "request.");
    }

    @Test
    void saysThatErrorsCountAsNoRequestsAndThatUsersHaveNotEnded() throws IOException {
        LoadTestResult test = ImportedFile.read(
                gatling, RUN + "USER\tturn\tSTART\t1000\nERROR\ttts: No attribute named 'id' is defined \t1002\n");

        assertThat(test.notes())
                .containsExactly(
                        "Users of Gatling's log who have started and not ended: 1. Either the run was stopped (maxDuration "
                                + "does it), or the log is cut off after a whole record.",
                        "Errors in Gatling's log that are no failed requests, such as requests that could not be built: "
                                + "1. Gatling counts them in no error rate.");
    }

    @Test
    void readsNamesWithAllCharactersAndLinesOfWindows() throws IOException {
        LoadTestResult test = ImportedFile.read(
                gatling, (RUN + "REQUEST\t\tGrüße, \"日本\" / \uD83D\uDE00\t1001\t1021\tOK\t \n").replace("\n", "\r\n"));

        assertThat(test.routes()).containsOnlyKeys("Grüße, \"日本\" / \uD83D\uDE00");
    }

    @Test
    void readsLogsOfSeveralInjectorsBehindEachOther() throws IOException {
        String one = RUN + "REQUEST\t\ttts\t1001\t1021\tOK\t \n";

        assertThat(route(ImportedFile.read(gatling, one + one), "tts")
                        .get("samples")
                        .longValue())
                .isEqualTo(2);
        assertRefused(
                one + one.replace("3.11.5", "3.12.0"),
                "Line 3: This RUN line is of Gatling 3.12.0, the one before of 3.11.5. Import the logs of one run.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REQUEST~~tts~1001~1021 | Line 2: A line REQUEST has 5 fields. It must have 7, with tabs between them "
                        + "and none in names.",
                "REQUEST~~t~ts~1001~1021~OK~- | Line 2: A line REQUEST has 8 fields. It must have 7, with tabs between them "
                        + "and none in names.",
                "REQUEST~~tts~x~1021~OK~- | Line 2: \"x\" must be a time in milliseconds since 1970.",
                "REQUEST~~tts~-5~1021~OK~- | Line 2: The time -5 must be 0 or more.",
                "REQUEST~~tts~1001~1000~OK~- | Line 2: The request \"tts\" ends at 1000, before it starts at 1001.",
                "REQUEST~~tts~1001~1021~ok~- | Line 2: The status \"ok\" must be OK or KO.",
                "USER~turn~STOP~1021 | Line 2: \"STOP\" must be START or END.",
                "USER~turn~END~1021 | Line 2: A user ends that has not started.",
                "ACTION~1 | Line 2: \"ACTION\" is no record of Gatling. It must be RUN, REQUEST, USER, GROUP, ERROR or "
                        + "ASSERTION."
            })
    void refusesWrongLines(String line, String message) {
        assertRefused(RUN + line.replace('~', '\t') + "\n", message);
    }

    @Test
    void refusesALogWithoutARun() {
        assertRefused(
                "ASSERTION\tAAEC\nREQUEST\t\ttts\t1001\t1021\tOK\t \n",
                "Line 2: There is no RUN line before, which says the version of Gatling.");
    }

    @Test
    void refusesALineThatIsCutOffOrNeverEnds() {
        assertRefused(
                RUN + "REQUEST\t\ttts\t1001\t1021\tOK\t ",
                "Line 2: The line has no end. Is the file cut off? Gatling ends each line, and writes the last ones when "
                        + "the run ends.");
        assertRefused(
                RUN + "x".repeat(2_000_000), "Line 2: The line is longer than 1048576 bytes. No line of Gatling is.");
    }

    @Test
    void refusesOtherNamesForRoutes() {
        assertThatThrownBy(() -> ImportedFile.read(gatling, RUN, "by: scenario"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Requests of Gatling cannot be named by \"scenario\". It must be name, group or path (the groups "
                                + "and the name).");
    }

    @Test
    void saysThatItHasNoMetrics() throws IOException {
        assertThat(ImportedFile.read(gatling, RUN, "metrics: {cost_per_success: {metric: cost}}")
                        .notes())
                .containsExactly("Gatling writes no metrics of a test's own, so that these are not measured: "
                        + "cost_per_success.");
    }

    private RecordingSink tell(String log) throws IOException {
        RecordingSink tally = new RecordingSink();
        ImportedFile.report(gatling, log.getBytes(StandardCharsets.UTF_8), Mapping.none(), tally);
        return tally;
    }

    private void assertRefused(String log, String message) {
        assertThatThrownBy(() -> ImportedFile.read(gatling, log.getBytes(StandardCharsets.UTF_8), mapping("{}")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
