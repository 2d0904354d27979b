package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.measure.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code simulation.log} since Gatling 3.13: a record of bytes for each event. */
final class BinaryLog {

    static final int RUN = 0;
    static final int BYTES_TO_RECOGNISE = 12;

    private static final int REQUEST = 1;
    private static final int USER = 2;
    private static final int GROUP = 3;
    private static final int ERROR = 4;

    private static final int MAX_GROUPS = 100;

    private final BinaryInput in;
    private final CachedTexts texts;
    private final LogEvents events;
    private String version = "";
    private long runStartMs;
    private int scenarios;

    BinaryLog(InputStream in, LogEvents events) {
        this.in = new BinaryInput(in);
        this.texts = new CachedTexts(this.in);
        this.events = events;
    }

    /** Whether a file starts with a run and a version: a byte 0, a length, and "3." in Latin-1 characters. */
    static boolean recognises(byte[] start) {
        return start.length == BYTES_TO_RECOGNISE
                && start[0] == RUN
                && start[1] == 0
                && start[2] == 0
                && start[3] == 0
                && start[4] >= 3
                && new String(start, 5, 2, StandardCharsets.ISO_8859_1).equals("3.");
    }

    Provenance read() throws IOException {
        run();
        for (int header = in.byteOrEnd(); header >= 0; header = in.byteOrEnd()) {
            switch (header) {
                case REQUEST -> request();
                case USER -> user();
                case GROUP -> group();
                case ERROR -> error();
                default -> throw in.wrong("There is no record of the kind " + header + ". It must be 1 to 4.");
            }
        }
        return events.end(version, "simulation.log (binary)");
    }

    private void run() throws IOException {
        if (in.int8() != RUN) {
            throw in.wrong("The first record must be that of the run.");
        }
        version = in.text();
        int minor = LogVersion.minor(version);
        if (minor <= LogVersion.LAST_TEXT || minor > LogVersion.LAST_BINARY) {
            throw in.wrong("The log is of Gatling \"" + version + "\". Binary ones are read of 3."
                    + (LogVersion.LAST_TEXT + 1) + " to 3." + LogVersion.LAST_BINARY + ".");
        }
        String simulation = in.text();
        runStartMs = in.int64();
        if (runStartMs < 0) {
            throw in.wrong("The run \"" + simulation + "\" starts at " + runStartMs + ". It must be 0 or more.");
        }
        in.text(); // description
        scenarios = in.count("scenarios", BinaryInput.MAX_BYTES);
        for (int i = 0; i < scenarios; i++) {
            in.text();
        }
        int assertions = in.count("assertions", BinaryInput.MAX_BYTES);
        for (int i = 0; i < assertions; i++) {
            in.skip(in.count("bytes", BinaryInput.MAX_BYTES));
        }
    }

    private void request() throws IOException {
        List<String> groups = groups();
        String name = texts.name();
        int start = in.int32();
        int end = in.int32();
        boolean failed = !in.bool("ok");
        texts.skipMessage();
        // An end that is not there is the lowest long to Gatling, which subtracts the start of the run from it and
        // writes the difference as an int.
        if (end == (int) -runStartMs) {
            events.unexpectedMessage();
            return;
        }
        long duration = (long) end - start;
        if (duration < 0) {
            throw in.wrong("The request \"" + name + "\" ends at " + end + ", before it starts at " + start + ".");
        }
        events.request(groups, name, runStartMs + start, duration, failed);
    }

    private void user() throws IOException {
        int scenario = in.int32();
        if (scenario < 0 || scenario >= scenarios) {
            throw in.wrong("The scenario of a user is " + scenario + ". There are " + scenarios + ", from 0.");
        }
        boolean started = in.bool("start");
        long atMs = runStartMs + in.int32();
        if (started) {
            events.userStarted(atMs);
        } else if (!events.userEnded(atMs)) {
            throw in.wrong("A user ends that has not started.");
        }
    }

    private void group() throws IOException {
        groups();
        in.int32(); // start
        in.int32(); // end
        in.int32(); // time of its requests, in all
        in.bool("ok");
    }

    private void error() throws IOException {
        texts.skipMessage();
        in.int32(); // time
        events.error();
    }

    private List<String> groups() throws IOException {
        int count = in.count("groups", MAX_GROUPS);
        if (count == 0) {
            return List.of();
        }
        List<String> groups = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            groups.add(texts.name());
        }
        return groups;
    }
}
