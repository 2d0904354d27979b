package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.hash.Sha256;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With a table of {@code name,ms,ok} rows as a format, and one of {@code name,p95} summaries. */
class LoadTestImporterTest {

    private record Table(String name, String header) implements ResultFormat {

        @Override
        public String lookedFor() {
            return "a table with " + header;
        }

        @Override
        public boolean recognises(FileStart start) {
            return start.firstLine().startsWith(header);
        }

        @Override
        public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
            boolean isSummary;
            try (CsvRows rows = CsvRows.of(file, ',')) {
                int name = rows.column("name");
                isSummary = rows.hasColumn("p95");
                while (rows.hasNext()) {
                    CsvRows.Row row = rows.next();
                    if (isSummary) {
                        sink.summary(row.text(name), Summary.ofCounts(row.number(rows.column("p95")), 100, 1));
                    } else {
                        boolean failed = !row.text(rows.column("ok")).equals("true");
                        sink.sample(row.text(name), 0, row.integer(rows.column("ms")), TimeUnit.MILLISECONDS, failed);
                    }
                }
            }
            return new Provenance(name, null, isSummary ? "summary" : "samples", "as it is", "not ok");
        }
    }

    private static final Table SAMPLES = new Table("samples", "name,ms,ok");
    private static final Table SUMMARIES = new Table("summaries", "name,p95");

    private static final LoadTestImporter IMPORTER =
            new LoadTestImporter(new ResultFormats(List.of(SAMPLES, SUMMARIES)));

    private static final ImportOptions NOTHING_SAID = new ImportOptions(Mapping.none(), Quality.NONE, null);

    private static ResultFile file(String name, String text) {
        return ResultFile.of(null, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Imported read(ResultFile... files) throws IOException {
        return IMPORTER.read(List.of(files), IMPORTER.formatOf(files[0]), NOTHING_SAID);
    }

    @Test
    void refusesASecondSummaryAsSuchAndNotForItsPercentiles() {
        ResultFile summary = file("a.csv", "name,p95\nfind,10\n");
        assertThatThrownBy(() -> read(summary, summary))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("a.csv: The file has the same content as a.csv.");
    }

    @Test
    void samplesOfSeveralFilesAreOneTest() throws IOException {
        Imported test = read(
                file("a.csv", "name,ms,ok\nfind,10,true\nseek,30,true\n"),
                file("b.csv", "name,ms,ok\nfind,20,false\n"));
        assertThat(test.measured().toString())
                .isEqualTo("{\"find\":{\"p95_ms\":20.0,\"error_rate\":0.5,\"samples\":2,\"failed\":1},"
                        + "\"seek\":{\"p95_ms\":30.0,\"error_rate\":0.0,\"samples\":1,\"failed\":0}}");
    }

    @Test
    void whatWasReadIsNamedAndHashed() throws IOException {
        String text = "name,ms,ok\nfind,10,true\n";
        assertThat(read(file("a.csv", text)).files())
                .containsExactly(new Imported.ReadFile(
                        "a.csv", text.length(), Sha256.hex(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void twoSummariesOfOneRouteAreRefused() {
        assertThatThrownBy(() -> read(file("a.csv", "name,p95\nfind,10\n"), file("b.csv", "name,p95\nfind,20\n")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "b.csv: \"find\" and \"find\" are the same route, and percentiles of two summaries cannot be "
                                + "combined. Give them different routes, or import a form with a row for each request.");
    }

    @Test
    void twoTestsAsAWholeAreNotOneRoute() {
        byte[] line = SampleFiles.read("wrk/tts-latency-lua.txt");
        byte[] other = (new String(line, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new LoadTestImporter(ResultFormats.all())
                        .read(
                                List.of(ResultFile.of(null, "a.txt", line), ResultFile.of(null, "b.txt", other)),
                                "wrk",
                                new ImportOptions(Mapping.none().with("tts", null), Quality.NONE, null)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "b.txt: Two tests as a whole are the same route, and percentiles of two summaries cannot be "
                                + "combined. Give them different routes, or import a form with a row for each request.");
    }

    @Test
    void anEmptyFileAmongOthersIsCalledThat() {
        assertThatThrownBy(() -> read(file("a.csv", "name,ms,ok\nfind,10,true\n"), file("b.csv", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("b.csv: The file is empty.");
    }

    @Test
    void filesOfTwoToolsAreRefused() {
        assertThatThrownBy(() -> IMPORTER.read(
                        List.of(file("a.csv", "name,p95\nfind,10\n"), file("b.csv", "name,ms,ok\nseek,10,true\n")),
                        "summaries",
                        NOTHING_SAID))
                .hasMessage(
                        "The files are of different tools or forms, whose figures mean different things. Import those of one.");
    }

    @Test
    void aFileOfNoToolIsRefusedWithWhatWasLookedFor() {
        assertThatThrownBy(() -> IMPORTER.formatOf(file("a.csv", "x,y\n1,2\n")))
                .hasMessage(
                        "This is not recognised as the result of a load-test tool. It starts with \"x,y\", \"1,2\". What is "
                                + "read is in shipgate check --help and in docs/imports.md. Maybe name the format?");
    }

    @Test
    void aFileOfTwoToolsIsRefused() {
        LoadTestImporter twice =
                new LoadTestImporter(new ResultFormats(List.of(SAMPLES, new Table("other", "name,ms"))));
        assertThatThrownBy(() -> twice.formatOf(file("a.csv", "name,ms,ok\n")))
                .hasMessage("This can be the result of samples or of other. Name the format.");
    }

    @Test
    void aRouteOfNoSamplesWasNotMeasured() {
        RouteMeasurements sink = new RouteMeasurements(Mapping.none());
        sink.summary("find", Summary.ofCounts(0.0, 0, 0));
        assertThat(sink.routes().toString()).isEqualTo("{find={\"samples\":0}}");
    }

    @Test
    void namesThatTheMappingAndTheFileDoNotHaveInCommonAreTold() throws IOException {
        Mapping mapping = Mapping.read("routes: {find: [{name: fnid}]}\nothers: leave_out\nleave_out: [{name: login}]"
                .getBytes(StandardCharsets.UTF_8));
        ResultFile file = file("a.csv", "name,ms,ok\nfind,10,true\nlogin,10,true\n");
        assertThat(IMPORTER.read(List.of(file), "samples", new ImportOptions(mapping, Quality.NONE, null))
                        .notes())
                .containsExactly(
                        "The mapping has routes that no name is: find.",
                        "1 request, which did not fail, is left out as the mapping does not have their names: find.",
                        "1 request, which did not fail, is left out by the mapping: login.");
    }

    @Test
    void aQuotationMarkWithoutAnEndIsRefusedSinceItSwallowsRows() {
        assertThatThrownBy(() -> read(file("a.csv", "name,ms,ok\nfind,10,\"true\nfind,9000,false\n")))
                .hasMessage(
                        "A quotation mark has no end, so that all rows after it would be one cell. Is the file cut off?");
    }

    @Test
    void aDurationOfADayIsNone() {
        assertThatThrownBy(() -> read(file("a.csv", "name,ms,ok\nfind,86400000,true\n")))
                .hasMessage(
                        "A duration of \"find\" is 86400000 milliseconds. It must be 0 or more, and less than a day.");
    }

    @Test
    void theSameFileTwiceIsRefused() {
        String text = "name,ms,ok\nfind,10,true\n";
        assertThatThrownBy(() -> read(file("a.csv", text), file("b.csv", text)))
                .hasMessage("b.csv: The file has the same content as a.csv.");
    }

    @Test
    void namesThatAreIdsAreNoRoutes() {
        RouteMeasurements sink = new RouteMeasurements(Mapping.none());
        assertThatThrownBy(() -> {
                    for (int id = 0; id < 2_000; id++) {
                        sink.sample("GET /calls/" + id, 0, 10, TimeUnit.MILLISECONDS, false);
                    }
                })
                .hasMessage(
                        "There are more than 1000 routes, such as \"GET /calls/1000\". Give those that are one route a "
                                + "pattern in the mapping.");
    }

    @Test
    void twoFilesMayHaveAFigureEachOfOneRoute() {
        RouteMeasurements sink = new RouteMeasurements(Mapping.none());
        sink.summary("find", new Summary(P95.of(100.0), null, null));
        sink.summary("find", new Summary(P95.UNKNOWN, 0.01, null));
        assertThat(sink.routes().toString()).isEqualTo("{find={\"p95_ms\":100.0,\"error_rate\":0.01}}");
    }

    @Test
    void aFigureOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> new Summary(P95.UNKNOWN, 1.5, null))
                .hasMessage("The error rate (1.5) must be a number between 0 and 1. Maybe it is a percentage?");
        assertThatThrownBy(() -> new Summary(P95.of(-1.0), null, null))
                .hasMessage("The p95 latency in ms (-1) must be a number, 0 or more.");
    }

    @Test
    void successesThatTheirStatusContradictsAreANumberOfTheRoute() {
        RouteMeasurements sink = new RouteMeasurements(Mapping.none());
        sink.sample("find", 0, 10, TimeUnit.MILLISECONDS, false);
        sink.contradictingStatus("find", 0, 1);
        sink.sample("find", 0, 10, TimeUnit.MILLISECONDS, false);
        sink.contradictingStatus("find", 0, 1);
        sink.summary("seek", Summary.ofCounts(10.0, 9, 0));
        sink.contradictingStatus("seek", 0, 7);

        assertThat(sink.routes())
                .hasToString(
                        "{find={\"p95_ms\":10.0,\"error_rate\":0.0,\"samples\":2,\"failed\":0,\"contradicting_status\":2}, "
                                + "seek={\"p95_ms\":10.0,\"error_rate\":0.0,\"samples\":9,\"failed\":0,\"contradicting_status\":7}}");
    }
}
