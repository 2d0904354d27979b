package dev.shipgate.ingest.wrk;

import dev.shipgate.ingest.FileStart;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.ResultFormat;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.UnreadableResultException;
import dev.shipgate.ingest.Unsupported;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Results of wrk: the line of JSON that a script writes at the end (docs/imports.md has it), alone or after wrk's own text. */
public final class Wrk implements ResultFormat {

    private static final int MOST_CHARACTERS = 1 << 20;

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public String lookedFor() {
        return "text that begins with \"Running ... test @ ...\", or a JSON object with \"duration_us\" and \"latency_us\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        String line = start.firstLine();
        return (line.startsWith("Running ") && line.contains(" test @ "))
                || start.hasFields("duration_us", "requests", "errors", "latency_us");
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        Unsupported.by("wrk", mapping);
        Unsupported.metrics("wrk", mapping, sink);
        DoneLine done = DoneLine.read(jsonLine(file), mapping.p95());
        sink.summary(ResultSink.WHOLE_TEST, done.measured());
        done.notes().forEach(sink::note);
        sink.note("wrk counts neither requests that never got a response nor connections that the server closed, so "
                + "that such failures are not in the error rate.");
        return new Provenance(
                "wrk",
                null,
                "line of JSON of a script",
                "wrk: latency:percentile of " + done.field().told()
                        + " of all responses within --timeout, with wrk's correction for coordinated omission, "
                        + "by which responses twice as slow as usual weigh more",
                "Responses with a status of 400 or above, responses after --timeout, and errors of connect, read and "
                        + "write, each as a request more. A late response with a bad status counts twice.");
    }

    private static String jsonLine(InputStream file) throws IOException {
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
        String[] json = new String(text, 0, length)
                .lines()
                .filter(line -> line.stripLeading().startsWith("{"))
                .toArray(String[]::new);
        if (json.length != 1) {
            throw new UnreadableResultException(
                    json.length == 0
                            ? "wrk's text has no 95th percentile. Run wrk with the script of docs/imports.md (wrk -s), "
                                    + "which adds a line of JSON with it."
                            : "There are " + json.length + " lines of JSON, as of so many runs. It must be one, as "
                                    + "percentiles of several cannot be combined.");
        }
        return json[0];
    }
}
