package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.recognition.StepFormats;
import dev.shipgate.ingest.recognition.UnknownFile;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.RequestRows;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.tool.StepFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a step-load test: as a file has them, or cut out of the results of tools that have a row for each
 * request.
 */
public final class StepImporter implements Importer {

    private static final String WANTED = "a table of steps, or the run of a load-test tool";

    private final StepFormats ofSteps;
    private final ResultFormats ofRequests;

    /** @param ofRequests the formats of load-test tools */
    public StepImporter(ResultFormats ofRequests) {
        this.ofSteps = StepFormats.ofTools().behind(new StepTable());
        this.ofRequests = ofRequests;
    }

    @Override
    public String kind() {
        return "capacity";
    }

    @Override
    public String field() {
        return "steps";
    }

    @Override
    public boolean takesSteps(String format) {
        return !hasSteps(format);
    }

    @Override
    public List<String> formats() {
        return Stream.concat(ofSteps.names().stream(), ofRequests.names().stream())
                .distinct()
                .toList();
    }

    @Override
    public String formatOf(ResultFile file) throws IOException {
        FileStart start = FileStart.ofSomething(file);
        return ofSteps.of(start)
                .map(StepFormat::name)
                .or(() -> ofRequests.of(start).map(ResultFormat::name))
                .orElseThrow(() -> UnknownFile.refusal(start, WANTED, StepTable.REQUIRED));
    }

    @Override
    public Map<String, String> lookedFor() {
        Map<String, String> all = new LinkedHashMap<>(ofSteps.lookedFor());
        ofRequests.lookedFor().forEach(all::putIfAbsent);
        return all;
    }

    /** Only a file with a row for each request has names. */
    @Override
    public boolean usesMapping(String format) {
        return !hasSteps(format);
    }

    @Override
    public boolean takesFields(String format) {
        return ofRequests.takesFields(format);
    }

    private boolean hasSteps(String format) {
        return ofSteps.named(format).isPresent();
    }

    @Override
    public Imported read(List<ResultFile> files, String format, ImportOptions options) throws IOException {
        Optional<StepFormat> found = ofSteps.named(format);
        return found.isPresent() ? readSteps(files, found.get()) : cutIntoSteps(files, format, options);
    }

    private Imported readSteps(List<ResultFile> files, StepFormat format) throws IOException {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        List<String> notes = new ArrayList<>();
        FilesRead read = FilesRead.of(files, (file, content) -> {
            RequestRows rows = format.read(content);
            steps.addAll(rows.rows());
            notes.addAll(rows.notes());
            return format.provenance();
        });
        return new Imported(field(), steps, read.provenance(), read.files(), notes);
    }

    private Imported cutIntoSteps(List<ResultFile> files, String format, ImportOptions options) throws IOException {
        if (options.steps() == null) {
            throw new UnreadableResultException("How long is a step? Say it with step_seconds=... in the request, or "
                    + "--step-seconds on the command line.");
        }
        if (files.size() > 1) {
            throw new UnreadableResultException("Steps are cut out of the file of one run, but there are "
                    + files.size() + " files, whose users would have to be added up.");
        }
        StepMeasurements measurements = new StepMeasurements(options.mapping(), options.steps());
        FilesRead read = FilesRead.of(
                files,
                (file, content) ->
                        ofRequests.named(format).read(content, options.mapping().of(file), measurements));
        return new Imported(field(), measurements.steps(), read.provenance(), read.files(), measurements.notes());
    }
}
