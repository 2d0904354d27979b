package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.recognition.UnknownFile;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of a load gate, from the results of load-test tools. */
public final class LoadTestImporter implements Importer {

    private static final String WANTED = "the result of a load-test tool";

    private final ResultFormats formats;

    public LoadTestImporter(ResultFormats formats) {
        this.formats = formats;
    }

    @Override
    public String kind() {
        return "load_gate";
    }

    @Override
    public String field() {
        return "routes";
    }

    @Override
    public boolean takesQuality() {
        return true;
    }

    @Override
    public boolean takesFields(String format) {
        return formats.takesFields(format);
    }

    @Override
    public List<String> formats() {
        return formats.names();
    }

    @Override
    public String formatOf(ResultFile file) throws IOException {
        FileStart start = FileStart.ofSomething(file);
        return formats.of(start)
                .map(ResultFormat::name)
                .orElseThrow(() -> UnknownFile.refusal(start, WANTED, List.of()));
    }

    @Override
    public Map<String, String> lookedFor() {
        return formats.lookedFor();
    }

    @Override
    public Imported read(List<ResultFile> files, String format, ImportOptions options) throws IOException {
        RouteMeasurements measurements = new RouteMeasurements(options.mapping());
        FilesRead read = FilesRead.of(
                files,
                (file, content) ->
                        formats.named(format).read(content, options.mapping().of(file), measurements));
        Map<String, ObjectNode> routes = measurements.routes();
        options.quality().addTo(routes);
        ObjectNode measured = JsonNodeFactory.instance.objectNode();
        measured.setAll(routes);
        List<String> notes = new ArrayList<>(measurements.notes());
        notes.addAll(options.quality().notes());
        return new Imported(field(), measured, read.provenance(), read.files(), notes);
    }
}
