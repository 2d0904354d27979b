package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads elements of samples. Their attributes have short names, and columns of tables have long ones for the same. */
final class SampleElement {

    private static final String ELAPSED = "t";
    private static final String LABEL = "lb";
    private static final String MESSAGE = "rm";
    private static final String CODE = "rc";

    /** The names of columns, and the names of the attributes for the same values. */
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "label", LABEL, "responseCode", CODE, "responseMessage", MESSAGE, "threadName", "tn", "Hostname", "hn");

    private final String by;
    private final ResultSink sink;
    private String thread = "";
    private long users = -1;
    private boolean isFirst = true;

    /** @param by the column or attribute that names routes; null for the label */
    SampleElement(@Nullable String by, ResultSink sink) {
        this.by = by == null ? LABEL : ATTRIBUTES.getOrDefault(by, by);
        this.sink = sink;
    }

    /** Whether an element within one of a sample is one too, and not an assertion, a header or the like. */
    static boolean isSample(XMLStreamReader xml) {
        return xml.getAttributeValue(null, ELAPSED) != null || xml.getAttributeValue(null, LABEL) != null;
    }

    /** @param isPart whether it is in another, of whose thread it is then */
    Sample read(XMLStreamReader xml, boolean isPart) {
        long elapsedMs = number(xml, ELAPSED, required(xml, ELAPSED, "time"));
        String name = required(xml, by, "label");
        if (name.isBlank()) {
            throw wrong(xml, by + " names the route, and is empty.");
        }
        requireOneSample(xml);
        noteMissing(xml);
        thread = isPart ? thread : text(xml, "tn", "");
        String time = xml.getAttributeValue(null, "ts");
        long startMs = time == null ? 0 : number(xml, "ts", time);
        users(xml, startMs);
        return new Sample(
                name,
                thread,
                time == null ? null : new Span(startMs, startMs + elapsedMs + number(xml, "it", text(xml, "it", "0"))),
                startMs,
                elapsedMs,
                !success(xml),
                xml.getAttributeValue(null, CODE),
                text(xml, MESSAGE, ""));
    }

    private static String text(XMLStreamReader xml, String attribute, String otherwise) {
        String text = xml.getAttributeValue(null, attribute);
        return text == null ? otherwise : text;
    }

    private static String required(XMLStreamReader xml, String attribute, String setting) {
        String text = xml.getAttributeValue(null, attribute);
        if (text == null) {
            throw wrong(
                    xml,
                    "The sample has no attribute " + attribute + ". Set jmeter.save.saveservice." + setting + "=true, "
                            + "or name routes by another attribute.");
        }
        return text;
    }

    private static long number(XMLStreamReader xml, String attribute, String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number < Long.MAX_VALUE / 4) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(xml, attribute, text);
        }
        throw notANumber(xml, attribute, text);
    }

    private static UnreadableResultException notANumber(XMLStreamReader xml, String attribute, String text) {
        return wrong(xml, attribute + " is \"" + text + "\". It must be a whole number of milliseconds, 0 or more.");
    }

    private static boolean success(XMLStreamReader xml) {
        String text = required(xml, "s", "successful");
        String errors = text(xml, "ec", "0");
        if (text.equals("true") && !errors.equals("0")) {
            throw wrong(xml, "ec is " + errors + ", but s is true.");
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(xml, "s is \"" + text + "\". It must be true or false.");
        };
    }

    private static void requireOneSample(XMLStreamReader xml) {
        String count = text(xml, "sc", "1");
        if (!count.equals("1")) {
            throw wrong(
                    xml,
                    "sc is " + count + ", so that the element is no single sample. Set mode=StrippedBatch, and not "
                            + "Statistical.");
        }
    }

    private void noteMissing(XMLStreamReader xml) {
        if (isFirst && xml.getAttributeValue(null, MESSAGE) == null) {
            sink.note(
                    "Samples have no attribute rm, without which those of transaction controllers are taken for requests. "
                            + "Set jmeter.save.saveservice.response_message=true.");
        }
        if (isFirst && xml.getAttributeValue(null, CODE) == null) {
            sink.note(
                    "Samples have no attribute rc, without which nobody sees that one is called a success in spite of its "
                            + "status. Set jmeter.save.saveservice.response_code=true.");
        }
        isFirst = false;
    }

    private void users(XMLStreamReader xml, long atMs) {
        String all = xml.getAttributeValue(null, "na");
        if (all != null && atMs > 0) {
            long now = number(xml, "na", all);
            if (now != users && now <= Integer.MAX_VALUE) {
                users = now;
                sink.users(atMs, (int) now);
            }
        }
    }

    private static UnreadableResultException wrong(XMLStreamReader xml, String detail) {
        return UnreadableResultException.atLine(xml.getLocation().getLineNumber(), detail);
    }
}
