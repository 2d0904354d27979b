package dev.shipgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.json.InvalidBodyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownFileTest {

    private static final ResultFormats FORMATS = ResultFormats.all();

    private static String refusal(Importer importer, String text) {
        return refusal(importer, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(Importer importer, byte[] bytes) {
        try {
            return "read as " + importer.formatOf(ResultFile.of(null, "file", bytes));
        } catch (UnreadableResultException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Summary:~  Total:\t1.5 secs~  Requests/sec:\t533.1~|hey's printed summary: run hey with -o csv.",
                "Summary:~  Success rate:\t100.00%~  Requests/sec:\t533.1~|oha's printed summary: run oha with --output-format",
                "Summary:~  Count:\t200~  Fastest:\t1 ms~  Requests/sec:\t5~|ghz's printed summary: run ghz with -O json.",
                "Concurrency Level:      10~Time taken for tests:   1.5 seconds~|ab (ApacheBench)",
                "Transactions:  100 hits~Availability: 100.00 %~Longest transaction: 0.1~|siege prints",
                "http_req_duration..............: avg=1ms p(90)=2ms p(95)=3ms~|k6's printed summary: run k6 with",
                "Requests      [total, rate, throughput]  10~Latencies     [min]  1~|vegeta report -type=json.",
                "<!DOCTYPE html><title>Gatling Stats</title>|Gatling's report as a page",
                "<html><title>Apache JMeter Dashboard</title>|JMeter's dashboard as a page",
                "<!doctype html><title>Locust</title>|Locust's report as a page",
                "<html><head><title>502 Bad Gateway error</title>|tells an error",
                "<?xml version=\"1.0\"?>~<testsuite name=\"x\">|JUnit XML",
                "<FinalStatus>|final status of Taurus",
                "%PDF-1.7|This is a PDF",
                "{\"log\":{\"version\":\"1.2\",\"entries\":[]}}|This is a HAR",
                "{\"transactions\":1,\"availability\":100,\"longest_transaction\":1}|JSON of siege",
                "concurrency;p95_ms;error_rate~50;420,5;0,001~|separated by semicolons",
                "Label,# Samples,Average~a,1,2~|JMeter's aggregate report",
                "scenario,step_name,ok~a,b,1~|NBomber",
                "{\"routes\":{}}|send it to /v1/load-gate.",
                "concurrency,p95_ms,error_rate~50,420,0~|shipgate capacity",
                "minute,user_turns,service_attempts~1,2,3~|shipgate retry-storms"
            })
    void formsThatAreKnownAreNamedWithWhatToGiveInstead(String start, String told) {
        String refusal = refusal(new LoadTestImporter(FORMATS), start.replace('~', '\n'));
        assertThat(refusal).startsWith("This is ").contains(told).hasSizeLessThan(200);
        assertThat(refusal).as("one sentence").doesNotContain(". ");
    }

    @Test
    void archivesAndSpreadsheetsAreKnownByTheirBytes() {
        Importer importer = new LoadTestImporter(FORMATS);
        assertThat(refusal(importer, "PK\u0003\u0004 [Content_Types].xml"))
                .isEqualTo("This is a spreadsheet (xlsx): save its sheet as CSV in UTF-8, with decimal points.");
        assertThat(refusal(importer, "PK\u0003\u0004 results.jtl")).startsWith("This is a zip archive");
        assertThat(refusal(importer, "label,elapsed\n".getBytes(StandardCharsets.UTF_16)))
                .startsWith("This is text in UTF-16");
        assertThat(refusal(importer, new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0}))
                .startsWith("This is compressed (zstd)");
    }

    @Test
    void whatNobodyKnowsIsToldInAFewWords() {
        assertThat(refusal(new LoadTestImporter(FORMATS), "hello \u0007world\n\nnext\n"))
                .isEqualTo(
                        "This is not recognised as the result of a load-test tool. It starts with \"hello  world\", "
                                + "\"next\". What is read is in shipgate check --help and in docs/imports.md. Maybe name the format?");
        assertThat(refusal(new LoadTestImporter(FORMATS), "{\"a\":1,\"b\":2}"))
                .contains("It is a JSON object with the fields a, b.");
        assertThat(refusal(new PointImporter(), " \n ")).isEqualTo("The file is empty.");
    }

    @Test
    void allColumnsThatAreMissingAreToldAtOnceAndInOneOrder() {
        assertThat(refusal(new StepImporter(FORMATS), "load,throughput\n1,65\n18,996\n"))
                .isEqualTo(
                        "The table has no concurrency (users at once), no p95_ms (latency), no error_rate (errors). Its "
                                + "columns are load, throughput. Name them so in the first line, and add what was not measured.");
        assertThat(refusal(new PointImporter(), "time,turns\n1,65\n"))
                .startsWith(
                        "The table has no minute, no user_turns, no service_attempts, no dependency_error_rate (errors of");
    }

    @Test
    void aMappingThatCanHaveNoEffectIsRefused() {
        ImportInput input = new ImportInput(
                List.of(ResultFile.of(
                        null, "steps.csv", "concurrency,p95_ms,error_rate\n1,1,0\n".getBytes(StandardCharsets.UTF_8))),
                null,
                "by: load".getBytes(StandardCharsets.UTF_8),
                null,
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> input.toRequest(new StepImporter(FORMATS), path -> null, Deadline.NONE))
                .isInstanceOf(InvalidBodyException.class)
                .hasMessageContaining("has no effect: such a file names no routes.");
    }
}
