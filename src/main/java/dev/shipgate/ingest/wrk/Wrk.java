package dev.shipgate.ingest.wrk;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.tool.Unsupported;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Results of wrk: the line of JSON that a script writes at the end (docs/imports.md has it), alone or after wrk's own
 * text; or that text by itself, which has no 95th percentile and only bounds of it.
 */
public final class Wrk implements ResultFormat {

    private static final int MOST_CHARACTERS = 1 << 20;

    /** The first two lines that it prints, maybe below the command. autocannon prints the first of them, too. */
    private static final Pattern BEGIN =
            Pattern.compile("(?m)^Running .* test @ .*\\r?\\n +\\d+ threads and \\d+ connections");

    private static final String ERRORS =
            "Responses with a status of 400 or above, responses after --timeout, and errors of "
                    + "connect, read and write, each as a request more. A late response with a bad status counts twice.";

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public String lookedFor() {
        return "text with \"Running ... test @ ...\", or a JSON object with \"duration_us\" and \"latency_us\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        return BEGIN.matcher(start.text()).find() || start.hasFields("duration_us", "requests", "errors", "latency_us");
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        Unsupported.by("wrk", mapping);
        Unsupported.metrics("wrk", mapping, sink);
        List<String> lines = lines(file);
        List<String> json = lines.stream()
                .filter(line -> line.stripLeading().startsWith("{"))
                .toList();
        if (json.size() > 1) {
            throw new UnreadableResultException(
                    "There are " + json.size()
                            + " lines of JSON, as of so many runs. It must be one, as percentiles of several cannot be combined.");
        }
        Provenance provenance = json.isEmpty()
                ? readText(lines, mapping, sink)
                : readDone(json.get(0), PrintedText.counts(lines), mapping, sink);
        sink.note("wrk counts neither requests that never got a response nor connections that the server closed, so "
                + "that such failures are not in the error rate.");
        return provenance;
    }

    private static Provenance readDone(String json, Optional<WrkCounts> text, Mapping mapping, ResultSink sink)
            throws IOException {
        DoneLine done = DoneLine.read(json, mapping.askP95());
        if (text.isPresent() && !text.get().equals(done.counts())) {
            throw new UnreadableResultException("wrk's text has " + text.get().describe()
                    + ", but the line of JSON has " + done.counts().describe() + ". Are they of one run?");
        }
        sink.summary(ResultSink.WHOLE_TEST, done.measured());
        done.notes().forEach(sink::note);
        return new Provenance(
                "wrk",
                null,
                "line of JSON of a script",
                "wrk: latency:percentile of " + done.field().forPeople()
                        + " of all responses within --timeout, other requests counted as slower, with wrk's correction for coordinated omission, "
                        + "by which responses twice as slow as usual weigh more",
                ERRORS);
    }

    private static Provenance readText(List<String> lines, Mapping mapping, ResultSink sink) {
        PrintedText text = PrintedText.read(lines, mapping.askP95());
        sink.summary(ResultSink.WHOLE_TEST, text.measured());
        text.notes().forEach(sink::note);
        if (!text.measured().p95().isKnown()) {
            sink.note(
                    "wrk's text has no percentile that bounds the 95th. Run wrk with --latency, or with the script of "
                            + "docs/imports.md (wrk -s), which adds a line of JSON with it.");
        }
        return new Provenance(
                "wrk",
                null,
                "text as it is printed",
                "wrk: between the 90th and the 99th percentile of all responses within --timeout, as they are rounded; other "
                        + "requests count as slower",
                ERRORS);
    }

    private static List<String> lines(InputStream file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        char[] text = new char[MOST_CHARACTERS];
        int length = 0;
        int count;
        while (length < text.length && (count = reader.read(text, length, text.length - length)) >= 0) {
            length += count;
        }
        if (length == text.length) {
            throw new UnreadableResultException("The file is larger than what wrk writes.");
        }
        return new String(text, 0, length).lines().toList();
    }
}
