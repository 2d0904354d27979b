package dev.shipgate.ingest.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Results of a tool whose file is one JSON object, which is about the test as a whole, and has no metrics of the test's
 * own.
 */
public abstract class WholeTestJson implements ResultFormat {

    private final String name;
    private final List<String> fields;

    /** @param fields that the object has itself, enough to know the tool by them */
    public WholeTestJson(String name, String... fields) {
        this.name = name;
        this.fields = List.of(fields);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String lookedFor() {
        return "a JSON object with \"" + String.join("\", \"", fields) + "\"";
    }

    @Override
    public final boolean recognises(FileStart start) {
        return start.fields().containsAll(fields);
    }

    @Override
    public final Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        Unsupported.by(name, mapping);
        Unsupported.metrics(name, mapping, sink);
        return read(JsonDocument.read(file), mapping, sink);
    }

    /** Reports the values of the object, as {@link ResultFormat#read} does. */
    protected abstract Provenance read(JsonNode document, Mapping mapping, ResultSink sink);
}
