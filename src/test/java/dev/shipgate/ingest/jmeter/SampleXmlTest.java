package dev.shipgate.ingest.jmeter;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleXmlTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String TWO = "Number of samples in transaction : 2, number of failing samples : 1";

    private static final String NESTED = xml(
            "<sample t=\"90\" it=\"10\" ts=\"1000\" s=\"false\" lb=\"turn\" rc=\"500\" rm=\"" + TWO
                    + "\" tn=\"T 1-1\" na=\"3\">",
            "  <httpSample t=\"50\" lt=\"9\" ts=\"1000\" s=\"true\" lb=\"home\" rc=\"200\" rm=\"OK\" tn=\"T 1-1\" by=\"7\" sc=\"1\" ec=\"0\">",
            "    <assertionResult><name>fast</name><failure>false</failure></assertionResult>",
            "    <httpSample t=\"20\" ts=\"1000\" s=\"true\" lb=\"home-0\" rc=\"302\" rm=\"\" tn=\"T 1-1\"/>",
            "    <httpSample t=\"30\" ts=\"1020\" s=\"true\" lb=\"home-1\" rc=\"200\" rm=\"OK\" tn=\"T 1-1\"/>",
            "    <responseHeader class=\"java.lang.String\">HTTP/1.1 200 OK</responseHeader>",
            "    <java.net.URL>http://localhost/?a=1&amp;b=2</java.net.URL>",
            "  </httpSample>",
            "  <sample t=\"40\" ts=\"1060\" s=\"false\" lb=\"query\" rc=\"500\" rm=\"no\" tn=\"T 1-1\"/>",
            "</sample>",
            "<httpSample t=\"5\" ts=\"1005\" s=\"true\" lb=\"home\" rc=\"503\" rm=\"OK\" tn=\"T 1-2\" na=\"4\"/>");

    private final ResultFormat jmeter = new JMeter();

    private static String xml(String... elements) {
        return DECLARATION + "<testResults version=\"1.2\">\n" + String.join("\n", elements) + "\n</testResults>\n";
    }

    private RecordingSink tell(String file) throws IOException {
        RecordingSink tally = new RecordingSink();
        ImportedFile.report(jmeter, file.getBytes(StandardCharsets.UTF_8), Mapping.none(), tally);
        return tally;
    }

    @Test
    void readsTheRequestsOfTransactionsAndNotTheirParts() throws IOException {
        RecordingSink tally = tell(NESTED);

        assertThat(tally.durationsMs()).hasToString("{home=[50, 5], query=[40]}");
        assertThat(tally.failures()).hasToString("{home=0, query=1}");
        assertThat(tally.contradictingStatus).hasToString("{home=1}");
        assertThat(tally.startsMs()).containsExactly(1000L, 1060L, 1005L);
        assertThat(tally.userCounts()).containsExactly(3, 4);
        assertThat(tally.leftOut)
                .containsExactly(
                        "1 (0 failed) as they are parts of rows before them, such as redirects (the mapping may name "
                                + "them): home-0",
                        "1 (0 failed) as they are parts of rows before them, such as redirects (the mapping may name "
                                + "them): home-1",
                        "1 (1 failed) as they are rows of transaction controllers, whose requests have rows of their own "
                                + "(the mapping may name them): turn");
    }

    @Test
    void takesTransactionsThatTheMappingNames() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, NESTED, "{routes: {turn: [{name: turn}]}, others: leave_out}");

        assertThat(route(test, "turn")).hasToString("{\"p95_ms\":90.0,\"error_rate\":1.0,\"samples\":1,\"failed\":1}");
    }

    @Test
    void saysThatWithoutCodesContradictionsAreNotSeen() throws IOException {
        RecordingSink tally = tell(xml("<sample t=\"5\" ts=\"1000\" s=\"true\" lb=\"home\" rm=\"\" tn=\"T 1-1\"/>"));

        assertThat(tally.contradictingStatus).isEmpty();
        assertThat(tally.notes)
                .containsExactly(
                        "Samples have no attribute rc, without which nobody sees that one is called a success in "
                                + "spite of its status. Set jmeter.save.saveservice.response_code=true.");
    }

    @Test
    void aTransactionAfterItsRequestsIsLeftOut() throws IOException {
        assertThat(tell(xml(
                                "<httpSample t=\"50\" ts=\"1000\" s=\"true\" lb=\"a\" rm=\"OK\" tn=\"T 1-1\"/>",
                                "<httpSample t=\"50\" ts=\"1001\" s=\"true\" lb=\"b\" rm=\"OK\" tn=\"T 1-2\"/>",
                                "<sample t=\"55\" ts=\"1000\" s=\"true\" lb=\"turn\" rm=\"" + TWO + "\" tn=\"T 1-1\"/>",
                                "<sample t=\"70\" ts=\"1055\" s=\"true\" lb=\"alone\" rm=\"" + TWO
                                        + "\" tn=\"T 1-1\"/>"))
                        .durationsMs())
                .hasToString("{a=[50], alone=[70], b=[50]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n  \n", "\uFEFF", "\uFEFF\n"})
    void readsWhatComesAfterBlankLines(String before) throws IOException {
        String file = before + NESTED;

        assertThat(ImportedFile.recognises(jmeter, file.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(tell(file).durationsMs()).hasToString("{home=[50, 5], query=[40]}");
    }

    @Test
    void readsAFileWithoutADeclaration() throws IOException {
        String file = NESTED.replace(DECLARATION, "");

        assertThat(ImportedFile.recognises(jmeter, file.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(tell(file).durationsMs()).hasToString("{home=[50, 5], query=[40]}");
    }

    @Test
    void namesRoutesByAnotherAttribute() throws IOException {
        assertThat(ImportedFile.read(jmeter, NESTED, "by: responseCode").routes())
                .containsOnlyKeys("200", "500", "503");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ts=\"1005\" s=\"true\"|s=\"true\"|",
                "s=\"true\" lb=\"home\" rc=\"503\"|s=\"yes\" lb=\"home\"|s is \"yes\". It must be true or false.",
                "t=\"5\"|t=\"-5\"|t is \"-5\". It must be a whole number of milliseconds, 0 or more.",
                "t=\"5\"|u=\"5\"|The sample has no attribute t. Set jmeter.save.saveservice.time=true, or name routes by "
                        + "another attribute.",
                "na=\"4\"|sc=\"4\"|sc is 4, so that the element is no single sample. Set mode=StrippedBatch, and not Statistical.",
                "lb=\"home\" rc=\"503\"|lb=\"\"|lb names the route, and is empty.",
            })
    void saysWhatIsWrongWithAnElement(String text, String instead, String message) throws IOException {
        String file = NESTED.replace(text, instead);

        assertThat(file).isNotEqualTo(NESTED);
        if (message == null) {
            assertThat(tell(file).startsMs()).contains(0L);
        } else {
            assertThatThrownBy(() -> tell(file))
                    .isInstanceOf(UnreadableResultException.class)
                    .hasMessage("Line 13: " + message);
        }
    }

    @Test
    void refusesLettersOfAnotherEncoding() {
        byte[] file = NESTED.replace("lb=\"query\"", "lb=\"\u00fc\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ImportedFile.report(jmeter, file, Mapping.none(), new RecordingSink()))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("The file is not text in UTF-8.");
    }

    @Test
    void refusesAFileThatIsCutOff() {
        assertThatThrownBy(() -> tell(NESTED.replace("</testResults>\n", "")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageEndingWith("This is not XML as JMeter writes it. Is the file cut off? JMeter writes "
                        + "</testResults> when the test ends.");
    }

    @Test
    void readsNothingFromElsewhere() {
        String bomb = NESTED.replace(
                        DECLARATION,
                        DECLARATION + "<!DOCTYPE testResults [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>\n")
                .replace("lb=\"query\"", "lb=\"&a;\"");

        assertThatThrownBy(() -> tell(bomb)).isInstanceOf(UnreadableResultException.class);
    }

    /** Java 25 refuses 100,000 of them unless it is told not to. */
    @Test
    void readsAsManyReferencesAsThereAre() throws IOException {
        int samples = 20_001;
        String[] elements = IntStream.range(0, samples)
                .mapToObj(i -> "<httpSample t=\"5\" ts=\"" + (1000 + 10 * i)
                        + "\" s=\"true\" lb=\"find?a=1&amp;b=2&amp;c=3&amp;d=4&amp;e=5&amp;f=6\" rc=\"200\"/>")
                .toArray(String[]::new);

        RecordingSink tally = tell(xml(elements));

        assertThat(tally.durationsMs().get("find?a=1&b=2&c=3&d=4&e=5&f=6")).hasSize(samples);
    }

    @Test
    void refusesElementsThatNestWithoutEnd() {
        String deep = "<testResults>" + "<sample t=\"1\" lb=\"a\" s=\"true\" ts=\"1\">".repeat(200);

        assertThatThrownBy(() -> tell(deep))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Line 1: There are more than 100 elements within each other.");
    }

    @Test
    void aChangedFileIsReadOrRefusedWithWords() {
        ImportedFile.readMutations(new JMeter(), Mapping.none(), NESTED.getBytes(StandardCharsets.UTF_8), 20261129);
    }
}
