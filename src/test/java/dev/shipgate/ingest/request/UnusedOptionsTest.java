package dev.shipgate.ingest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.MappingText;
import dev.shipgate.ingest.mapping.Mappings;
import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An option that says something of names has an effect, or is refused. */
class UnusedOptionsTest {

    private static final ResultFormats FORMATS = ResultFormats.all();
    private static final Importer LOAD_TEST = new LoadTestImporter(FORMATS);
    private static final Importer STEPS = new StepImporter(FORMATS);

    /** Of JMeter: a login, and two searches. */
    private static final ResultFile TABLE = file(null, "results.jtl", """
            timeStamp,elapsed,label,threadName,responseCode,responseMessage,success
            1795470000000,100,login,Visitors 1-1,200,OK,true
            1795470001000,20,find,Visitors 1-1,200,OK,true
            1795470002000,30,find,Visitors 1-1,200,OK,true
            """);

    /** Of hey, which measures the test as a whole. */
    private static final ResultFile WHOLE_TEST = file(null, "hey.csv", """
            response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset
            0.0123,0.0001,0.0000,0.0000,0.0120,0.0001,200,0.0001
            """);

    private static final ResultFile STEP_TABLE =
            file(null, "steps.csv", "concurrency,p95_ms,error_rate\n50,420,0.001\n");

    private static final ResultFile TURNS = series("user_turns");
    private static final ResultFile ATTEMPTS = series("service_attempts");
    private static final ResultFile ERRORS = series("dependency_error_rate");

    private static ResultFile file(@Nullable String field, String name, String text) {
        return ResultFile.of(field, name, text.getBytes(UTF_8));
    }

    private static ResultFile series(@Nullable String field) {
        return file(
                field,
                field + ".json",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"of\":\"" + field
                        + "\"},\"values\":[[1760000000,\"1\"],[1760000060,\"1\"]]}]}}");
    }

    private static ImportInput input(
            List<ResultFile> files, @Nullable String mapping, @Nullable String route, @Nullable String by) {
        byte[] text = mapping == null ? null : mapping.getBytes(UTF_8);
        return new ImportInput(files, null, text, null, null, null, route, by, null);
    }

    private static String told(Importer importer, ImportInput input, Mappings besideTheRules) {
        try {
            return input.toRequest(importer, besideTheRules, Deadline.NONE)
                    .path("source")
                    .path("notes")
                    .toString();
        } catch (InvalidBodyException e) {
            return String.join(" ", e.problems().stream().map(Problem::toString).toList());
        } catch (UnreadableResultException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String told(Importer importer, ImportInput input) {
        return told(importer, input, path -> null);
    }

    @Test
    void aTableAndWhatIsSaidInVainBesideItAreRefusedTogether() {
        ResultFile table = file(null, "steps.csv", "load,tput,latency_p95,errors\n1,65,120,0\n18,996,180,0\n");
        ImportInput input =
                new ImportInput(List.of(table), "csv", "by: load".getBytes(UTF_8), null, null, null, null, null, null);
        assertThat(told(STEPS, input))
                .isEqualTo(
                        "The table has no concurrency (users at once), no p95_ms (latency), no error_rate (errors). Its "
                                + "columns are load, tput, latency_p95, errors. Name them so in the first line, and add what was "
                                + "not measured. /mapping has no effect: such a file names no routes. Leave it out, and name the "
                                + "columns of a table as they must be.");
    }

    @Test
    void whatIsSaidBesideATableIsNamedByItsOwnName() {
        assertThat(told(STEPS, input(List.of(STEP_TABLE), null, null, "load")))
                .isEqualTo("/by has no effect: such a file names no routes. Leave it out.");
        assertThat(told(STEPS, input(List.of(STEP_TABLE), "by: load", "pay", "load")))
                .isEqualTo(
                        "/mapping has no effect: such a file names no routes. Leave it out, and name the columns of a "
                                + "table as they must be. /route has no effect: such a file names no routes. Leave it out. /by has "
                                + "no effect: such a file names no routes. Leave it out.");
    }

    @Test
    void aMappingForTheLoadGateDoesNotKeepStepsFromBeingRead() throws IOException {
        ResultFile history =
                ResultFile.of(null, Path.of("src/test/resources/samples/locust/stepped_stats_history.csv"));
        Mappings mappings = path -> new MappingText(path, "by: method_name".getBytes(UTF_8));
        ImportInput input = input(List.of(history), null, null, null);

        assertThat(told(STEPS, input, mappings)).isEmpty();
        assertThat(input.toRequest(STEPS, mappings, Deadline.NONE)
                        .path("source")
                        .has("mapping"))
                .isFalse();
        ImportInput named = new ImportInput(List.of(history), null, null, "locust", null, null, null, null, null);
        assertThat(told(STEPS, named, mappings)).startsWith("/mapping has no effect: such a file names no routes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "others: keep", "routes: {}"})
    void aMappingThatSaysNothingIsRefusedWhateverIsSaidBesideIt(String mapping) {
        assertThat(told(LOAD_TEST, input(List.of(WHOLE_TEST), mapping, "tts", null)))
                .isEqualTo(
                        "/mapping says nothing, so that it has no effect. Say which names are which route, or leave it out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "route: pay|/mapping/route has no effect, as it is for a file that measures the test as a whole and names no "
                        + "route. Leave it out.",
                "field: p95_ms|/mapping/field has no effect, as it is for an answer of Prometheus that is given without the "
                        + "field that it measures. Leave it out.",
                "buckets_ms: [100]|/mapping/buckets_ms has no effect, as it is for a percentile that Prometheus calculated "
                        + "of a histogram. Leave it out.",
                "largest_bucket_ms: 100|/mapping/largest_bucket_ms has no effect, as it is for a percentile that Prometheus "
                        + "calculated of a histogram. Leave it out."
            })
    void whatNobodyAsksOfAMappingIsRefused(String mapping, String told) {
        assertThat(told(LOAD_TEST, input(List.of(TABLE), mapping, null, null))).isEqualTo(told);
        assertThat(told(LOAD_TEST, input(List.of(TABLE), "by: label\n" + mapping, null, null)))
                .isEqualTo(told);
    }

    @Test
    void aRouteBesideAFileThatNamesItsRoutesIsRefused() {
        assertThat(told(LOAD_TEST, input(List.of(TABLE), null, "pay", null)))
                .startsWith("/route has no effect, as it is for a file that measures the test as a whole");
        assertThat(told(LOAD_TEST, input(List.of(WHOLE_TEST), null, "pay", null)))
                .doesNotContain("no effect");
    }

    @Test
    void namesBesideAFileWithoutNamesAreRefused() {
        assertThat(told(
                        LOAD_TEST,
                        input(List.of(WHOLE_TEST), "leave_out: [{name: login}]\nothers: refuse", "pay", null)))
                .isEqualTo("/mapping/leave_out has no effect, as it is for files that name routes. Leave it out. "
                        + "/mapping/others has no effect, as it is for files that name routes. Leave it out.");
    }

    @Test
    void ofTrafficOnlyTheFieldOfAnAnswerIsAsked() {
        List<ResultFile> named = List.of(TURNS, ATTEMPTS, ERRORS);
        assertThat(told(
                        new PointImporter(),
                        input(named, "by: of\nroutes: {a: [{name: b}]}\nothers: refuse", null, "of")))
                .isEqualTo(
                        "/by has no effect, as it is for files in which more than one thing can name routes. Leave it out. "
                                + "/mapping/routes has no effect, as it is for files that name routes. Leave it out. "
                                + "/mapping/others has no effect, as it is for files that name routes. Leave it out.");
        assertThat(told(new PointImporter(), input(named, "field: user_turns", null, null)))
                .startsWith("/mapping/field has no effect, as it is for an answer of Prometheus");
        List<ResultFile> unnamed = List.of(ResultFile.of(null, "turns.json", content(TURNS)), ATTEMPTS, ERRORS);
        assertThat(told(new PointImporter(), input(unnamed, "field: user_turns", null, null)))
                .doesNotContain("no effect");
    }

    private static byte[] content(ResultFile file) {
        try (var in = file.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMappingOfWhichNoNameIsInTheFilesIsRefused() {
        String mapping = "routes: {search: [{name: fnid}, {pattern: seek.*}], pay: [{name: pay}]}\n";
        assertThat(told(LOAD_TEST, input(List.of(TABLE), mapping, null, null)))
                .isEqualTo(
                        "/mapping/routes has no effect: no name of the files is search (fnid, seek.*), pay (pay). Their "
                                + "names are login, find. Maybe it is the mapping of another test?");
        Mappings besideTheRules = path -> new MappingText(path, mapping.getBytes(UTF_8));
        assertThat(told(LOAD_TEST, input(List.of(TABLE), null, null, null), besideTheRules))
                .isEqualTo("[\"The mapping has routes that no name is: search, pay.\"]");
    }

    @Test
    void oneMappingServesSeveralTests() {
        String mapping =
                "routes: {search: [{name: find}], pay: [{name: pay}]}\nleave_out: [{name: login}, {name: logout}]\n";
        assertThat(told(LOAD_TEST, input(List.of(TABLE), mapping, null, null)))
                .isEqualTo(
                        "[\"The mapping has routes that no name is: pay.\",\"The mapping leaves out what no name is: "
                                + "logout.\",\"1 request, which did not fail, is left out by the mapping: login.\"]");
    }

    @Test
    void aRunThatIsCutIntoStepsTellsTheSame() throws IOException {
        String mapping = "routes: {search: [{name: find}], pay: [{name: pay}]}\nleave_out: [{name: logout}]\n";
        ImportInput input = new ImportInput(
                List.of(TABLE),
                null,
                mapping.getBytes(UTF_8),
                null,
                null,
                null,
                null,
                null,
                new StepPlan(60_000, List.of(5)));
        assertThat(told(STEPS, input))
                .isEqualTo(
                        "[\"The mapping has routes that no name is: pay.\",\"The mapping leaves out what no name is: "
                                + "logout.\"]");
        ImportInput ofRoute = new ImportInput(
                List.of(TABLE), null, null, null, null, null, "pay", null, new StepPlan(60_000, List.of(5)));
        assertThat(told(STEPS, ofRoute)).startsWith("/route has no effect, as it is for a file that measures the test");
    }

    @Test
    void theLengthOfStepsIsForWhatIsCutIntoSteps() {
        for (Importer importer : List.of(STEPS, LOAD_TEST)) {
            ResultFile file = importer == STEPS ? STEP_TABLE : TABLE;
            ImportInput input = new ImportInput(
                    List.of(file), null, null, null, null, null, null, null, new StepPlan(60_000, List.of()));
            assertThat(told(importer, input))
                    .isEqualTo(
                            "/step_seconds has no effect: such a file is not cut into steps of a length. Leave it out.");
        }
    }

    @Test
    void aMappingIsGivenOrNamed() {
        ImportInput input = new ImportInput(
                List.of(TABLE), null, "by: label".getBytes(UTF_8), "jmeter", null, null, null, null, null);
        assertThat(told(LOAD_TEST, input)).isEqualTo("/mapping is given, and named as jmeter too. Which one is meant?");
    }
}
