package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code simulation.log} of Gatling 3.0 to 3.12: a line for each event. */
final class TextLog {

    private final Lines lines;
    private final LogEvents events;
    private @Nullable TextLayout layout;

    TextLog(InputStream in, LogEvents events) {
        this.lines = new Lines(in);
        this.events = events;
    }

    static boolean recognises(String firstLine) {
        return firstLine.startsWith("RUN\t") || firstLine.startsWith("ASSERTION\t");
    }

    Provenance read() throws IOException {
        for (List<String> line = lines.next(); line != null; line = lines.next()) {
            switch (line.get(0)) {
                case "RUN" -> run(line);
                case "REQUEST" -> request(line, layout());
                case "USER" -> user(line, layout());
                case "GROUP" -> requireFields(line, layout().groupFields());
                case "ERROR" -> error(line);
                case "ASSERTION" -> requireFields(line, 2);
                default ->
                    throw wrong("\"" + shortened(line.get(0)) + "\" is no record of Gatling. It must be RUN, REQUEST, "
                            + "USER, GROUP, ERROR or ASSERTION.");
            }
        }
        return events.end(layout().version(), "simulation.log (text)");
    }

    private void run(List<String> line) {
        requireFields(line, 6);
        TextLayout found = TextLayout.of(line.get(5).strip());
        if (layout != null && !layout.equals(found)) {
            throw wrong("This RUN line is of Gatling " + found.version() + ", the one before of " + layout.version()
                    + ". Import the logs of one run.");
        }
        layout = found;
    }

    private TextLayout layout() {
        if (layout == null) {
            throw wrong("There is no RUN line before, which says the version of Gatling.");
        }
        return layout;
    }

    private void request(List<String> line, TextLayout layout) {
        requireFields(line, layout.requestFields());
        int first = layout.firstField();
        String name = line.get(first + 1);
        long startMs = time(line.get(first + 2));
        long endMs = time(line.get(first + 3));
        boolean failed = failed(line.get(first + 4));
        if (endMs == 0) {
            // How Gatling writes the end of what has none.
            events.unexpectedMessage();
            return;
        }
        if (endMs < startMs) {
            throw wrong("The request \"" + shortened(name) + "\" ends at " + endMs + ", before it starts at " + startMs
                    + ".");
        }
        String groups = line.get(first);
        events.request(
                groups.isEmpty() ? List.of() : List.of(groups.split(",", -1)), name, startMs, endMs - startMs, failed);
    }

    private void user(List<String> line, TextLayout layout) {
        requireFields(line, layout.userFields());
        long atMs = time(line.get(layout.userFields() - 1));
        String event = line.get(layout.firstField() + 1);
        switch (event) {
            case "START" -> events.userStarted(atMs);
            case "END" -> {
                if (!events.userEnded(atMs)) {
                    throw wrong("A user ends that has not started.");
                }
            }
            default -> throw wrong("\"" + shortened(event) + "\" must be START or END.");
        }
    }

    private void error(List<String> line) {
        requireFields(line, 3);
        events.error();
    }

    private boolean failed(String status) {
        return switch (status) {
            case "OK" -> false;
            case "KO" -> true;
            default -> throw wrong("The status \"" + shortened(status) + "\" must be OK or KO.");
        };
    }

    private long time(String text) {
        try {
            long time = Long.parseLong(text);
            if (time >= 0) {
                return time;
            }
        } catch (NumberFormatException e) {
            throw wrong("\"" + shortened(text) + "\" must be a time in milliseconds since 1970.");
        }
        throw wrong("The time " + text + " must be 0 or more.");
    }

    private void requireFields(List<String> line, int count) {
        if (line.size() != count) {
            throw wrong("A line " + line.get(0) + " has " + line.size() + " fields. It must have " + count
                    + ", with tabs between them and none in names.");
        }
    }

    private UnreadableResultException wrong(String detail) {
        return UnreadableResultException.atLine(lines.number(), detail);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
