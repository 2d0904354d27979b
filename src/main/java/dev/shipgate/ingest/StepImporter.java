package dev.shipgate.ingest;

import java.io.IOException;
import java.util.List;

/** The steps of a step-load test, from the results of load-test tools that have a row for each request. */
public final class StepImporter implements Importer {

    private final ResultFormats formats;

    public StepImporter(ResultFormats formats) {
        this.formats = formats;
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
    public List<String> formats() {
        return formats.names();
    }

    @Override
    public String formatOf(ResultFile file) throws IOException {
        return formats.of(file).name();
    }

    @Override
    public Imported read(List<ResultFile> files, String format, ImportOptions options) throws IOException {
        if (options.steps() == null) {
            throw new UnreadableResultException(
                    "How long is a step? Say it with step_seconds=... in the request, or --step-seconds on the command line.");
        }
        StepMeasurements measurements = new StepMeasurements(options.mapping(), options.steps());
        FilesRead read = FilesRead.of(
                files,
                (file, content) ->
                        formats.named(format).read(content, options.mapping().of(file), measurements));
        return new Imported(field(), measurements.steps(), read.provenance(), read.files(), measurements.notes());
    }
}
