package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Answers of the HTTP API of Prometheus: {@code query} (a vector or a scalar) and {@code query_range} (a matrix). The
 * caller says which field of routes an answer measures; of a range the worst value counts. Several answers, each of one
 * field, make a load test together.
 */
public final class Prometheus implements ResultFormat {

    /** In paths and options. */
    public static final String NAME = "prometheus";

    private static final String[] FAILURE = {"status", "error"};

    /** Other services too have a status and an error, such as 404 and "Not Found". */
    private static final Pattern FAILED = Pattern.compile("\"status\"\\s*:\\s*\"error\"");

    private static final Provenance PROVENANCE = new Provenance(
            NAME,
            null,
            "answer of the HTTP API",
            "between the ends of its bucket, which of a percentile that was queried, such as histogram_quantile, the mapping "
                    + "says; the worst point where a range was queried",
            "as queried; the worst point where a range was queried");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String lookedFor() {
        return "a JSON object with \"status\" and \"data\", which has a \"resultType\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        return isFailure(start)
                || (start.hasFields("status", "data") && start.text().contains("\"resultType\""));
    }

    @Override
    public boolean takesFields() {
        return true;
    }

    @Override
    public void requireNoFailure(FileStart start, byte[] content) throws IOException {
        if (isFailure(start)) {
            QueryAnswer.requireSuccess(JsonDocument.read(new ByteArrayInputStream(content)));
        }
    }

    private static boolean isFailure(FileStart start) {
        return start.hasFields(FAILURE) && FAILED.matcher(start.text()).find();
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        QueryAnswer answer = QueryAnswer.read(file);
        MeasuredField field = MeasuredField.of(mapping.askField());
        answer.remarks().forEach(sink::note);
        if (!mapping.askMetrics().isEmpty()) {
            sink.note(
                    "The metrics of the mapping are not read from Prometheus: each of its answers measures one field.");
        }
        if (field.isDuration()) {
            UnitOfName.require(field, answer.metrics());
        }
        if (!field.isDuration() || field.percentile() == null) {
            SeriesReader.requireNumbers(answer.series());
        }
        List<PrometheusSeries> series = ClassicHistogram.joined(answer.series());
        new FieldMeasurements(field, mapping, sink).report(RouteLabel.byName(series, mapping.askBy()));
        return PROVENANCE;
    }
}
