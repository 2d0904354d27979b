package dev.shipgate.ingest.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.Importer;
import dev.shipgate.ingest.request.LoadTestImporter;
import dev.shipgate.ingest.request.PointImporter;
import dev.shipgate.ingest.request.StepImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            quoteCharacter = '`',
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
                "\u0007\u00ff\u0081Result\u0001Attack\u0001Seq\u0001Latency\u0001BytesOut|makes of it.",
                "Bucket           #    %        Histogram~[0s, 10ms] 5 100% #####~|vegeta report -type=json.",
                "request-start,DNS,DNS+dialup,Response-delay,request-duration,bytes,status~0.1,,,0.2,0.3,1,200~|oha's table",
                "~duration (ms),status,error~1.05,OK,~|ghz's table of calls: run ghz with -O json.",
                "ghz_run,proto=\"a\",call=\"b\" count=200,total=1~|ghz's summary for InfluxDB: run ghz with -O json.",
                "ghz_detail,proto=\"a\" latency=1~|ghz's list of calls for InfluxDB: run ghz with -O json.",
                "# HELP ghz_run_count~# TYPE ghz_run_count gauge~ghz_run_count 200~|ghz's summary for Prometheus: run ghz",
                "<html><head><title>ghz - greeter</title>|ghz's report as a page: run ghz with -O json.",
                "[{\"name\":\"/a\",\"num_requests\":9,\"num_none_requests\":0,\"response_times\":{\"10\":9}}]|give _stats.csv.",
                "{\"options\":{},\"results\":[{\"statistics\":[{\"id\":\"benchmark_http_client.latency_2xx\"}]}]}|fortio.",
                "Nighthawk~benchmark_http_client.queue_to_connect (10 samples)~|--output-format fortio.",
                "import http from 'k6/http'~export default function () {}~|a test of k6 and no result",
                "config:~  target: http://h~scenarios:~  - flow: []~|a test of Artillery and no result",
                "from locust import HttpUser~|a test of Locust and no result",
                "2026-11-23 10:00:00,001 INFO o.a.j.u.JMeterUtils: Setting~|JMeter's own log",
                "var stats = {~  type: \"GROUP\", numberOfRequests: {}~|js/stats.json beside it.",
                "{\"simulation\":\"a.B\",\"simulationId\":\"b\",\"assertions\":[]}|the simulation.log of the run.",
                "finished in 1.05s, 95 req/s~time for request: 1ms 2ms~|what h2load prints",
                "Completed requests: 9~Mean latency: 2 ms~Effective rps: 9~|what loadtest prints",
                "labelId,labelName,samples,avgResponseTime,90line,95line~1,a,2,3,4,5~|BlazeMeter's report",
                "Element Label,# Samples,Avg. Response Time (ms)~a,1,2~|BlazeMeter's report",
                "\"Time\",\"{route=\"\"/a\"\"}\"~2026-11-23 10:00:00,120 ms~|Grafana exported of a panel",
                "{\"results\":{\"A\":{\"status\":200,\"frames\":[]}}}|an answer of Grafana",
                "{\"machine_info\":{},\"commit_info\":{},\"benchmarks\":[]}|pytest-benchmark",
                "{\"context\":{},\"benchmarks\":[]}|Google Benchmark",
                "[{\"jmhVersion\":\"1.37\"}]|a result of JMH",
                "{\"results\":[{\"command\":\"x\",\"mean\":1.0}]}|a result of hyperfine",
                "{\"lighthouseVersion\":\"12\"}|a report of Lighthouse",
                "{\"config\":{},\"suites\":[],\"errors\":[],\"stats\":{}}|a report of Playwright",
                "{\"stats\":{},\"tests\":[],\"failures\":[]}|a report of Mocha",
                "{\"exitcode\":0,\"summary\":{},\"tests\":[]}|a report of pytest",
                "====== test session starts ======~collected 3 items~|what pytest prints",
                "version https://git-lfs.github.com/spec/v1~oid sha256:a~size 9~|git lfs pull.",
                ",timeStamp,elapsed,label~0,1760000000000,9,a~|leave it out (index=False).",
                "RUN  sim.Gate  gate  1000   3.11.5~REQUEST    tts  1001  1021  OK~|Gatling whose tabs have become blanks",
                "sep=,~timeStamp,elapsed,label~|leave that line out.",
                "sampler_label,aggregate_report_count,average~quote,9,8~|give the JTL of the run",
                "\"Type\",\"Name\",\"# requests\",\"# failures\"~\"GET\",\"/\",\"9\",\"0\"~|_stats.csv of Locust 1 or newer.",
                "\u2502   \u2502 executed \u2502 failed \u2502~\u2502 iterations \u2502 1 \u2502~|Postman's newman prints",
                "#[Histogram log format version 1.3]~|a log of HDR histograms",
                "{\"routes\":{}}|send it to /v1/load-gate.",
                "concurrency,p95_ms,error_rate~50,420,0~|shipgate capacity",
                "concurrency,p95_ms,errors~50,420,0~|shipgate capacity",
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
                .isEqualTo("This is text in UTF-16, as spreadsheets and PowerShell's > write it: save it in UTF-8.");
        assertThat(refusal(importer, "label,elapsed\n".getBytes(StandardCharsets.UTF_16LE)))
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
        assertThat(refusal(new LoadTestImporter(FORMATS), "{\"resourceSpans\":[]}"))
                .startsWith("These are traces of OpenTelemetry: give its metrics");
        assertThat(refusal(new LoadTestImporter(FORMATS), "{route=\"/a\"} => 0.02\n"))
                .contains("It starts with \"{route=\"/a\"} => 0.02\".");
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

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-23T10:00:00Z,a,b", "\"2026-11-23 10:00\",a,b", "warm-up,\"65\",b", "10:00,100,0.01"})
    void aTableIsKnownByANumberOrATimeInItsFirstRow(String row) {
        assertThat(refusal(new PointImporter(), "time,turns,errors\n" + row + "\n"))
                .startsWith("The table has no minute, no user_turns, no service_attempts, no dependency_error_rate");
    }

    @Test
    void aTableThatIsGivenToTheRightPlaceIsNotSentThereAgain() {
        assertThat(refusal(new StepImporter(FORMATS), "concurrency,p95_ms,errors\n50,420,0\n"))
                .isEqualTo(
                        "The table has no error_rate (errors). Its columns are concurrency, p95_ms, errors. Name them so "
                                + "in the first line, and add what was not measured.");
        assertThat(refusal(new PointImporter(), "minute,user_turns,attempts,dependency_error_rate\n0,100,104,0.01\n"))
                .startsWith("The table has no service_attempts. Its columns are minute, user_turns, attempts,");
        assertThat(refusal(new StepImporter(FORMATS), "label,concurrency,avg_rt,perc_95.0\na,5,0.1,0.2\n"))
                .startsWith("This is a table of Taurus");
    }

    @Test
    void whatIsReadElsewhereIsSentThere() {
        Importer traffic = new PointImporter();
        assertThat(refusal(traffic, "{\"metrics\":{},\"root_group\":{}}"))
                .isEqualTo("This is a result of k6: give it to shipgate check, or to /v1/load-gate/imports.");
        assertThat(refusal(traffic, "timeStamp,elapsed,label,responseCode,success\n1795470000000,1,a,200,true\n"))
                .startsWith("This is a result of jmeter: give it to shipgate check");
        assertThat(refusal(
                        traffic,
                        "Timestamp,User Count,Type,Name,Requests/s,Total Request Count\n1,1,,Aggregated,1,1\n"))
                .isEqualTo(
                        "This is the history of a run of Locust: give it to shipgate capacity, or to /v1/capacity/imports.");
        assertThat(refusal(traffic, "concurrency,p95_ms,error_rate\n50,420,0\n"))
                .startsWith("This is a table of steps: give it to shipgate capacity");
        assertThat(refusal(new StepImporter(FORMATS), "minute,user_turns,service_attempts\n1,2,3\n"))
                .startsWith("This is a table of traffic: give it to shipgate retry-storms");
    }
}
