package dev.shipgate.ingest.request;

import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.prometheus.PointMatrix;
import dev.shipgate.ingest.prometheus.Prometheus;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.recognition.UnknownFile;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.RequestRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The points of a request for retry storms, from a table or from answers of Prometheus. */
public final class PointImporter implements Importer {

    private static final String CSV = "csv";

    private static final String WANTED = "traffic by the minute";

    private static final Set<String> COLUMNS = Set.of("minute", "user_turns", "service_attempts");

    @Override
    public String kind() {
        return "retry_storms";
    }

    @Override
    public String field() {
        return "points";
    }

    @Override
    public List<String> formats() {
        return List.of(CSV, Prometheus.NAME);
    }

    @Override
    public String formatOf(ResultFile file) throws IOException {
        FileStart start = FileStart.ofSomething(file);
        if (start.hasColumns(COLUMNS)) {
            return CSV;
        }
        if (start.hasFields("status", "data")) {
            return Prometheus.NAME;
        }
        throw UnknownFile.refusal(start, WANTED, PointTable.REQUIRED);
    }

    @Override
    public Map<String, String> lookedFor() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(CSV, "a table with the columns minute, user_turns, service_attempts and dependency_error_rate");
        forms.put(Prometheus.NAME, "an answer to a range query, with status and data");
        return forms;
    }

    /** The names of routes are not asked for, and the columns of a table name its measurements themselves. */
    @Override
    public boolean usesMapping(String format) {
        return format.equals(Prometheus.NAME);
    }

    @Override
    public boolean takesFields(String format) {
        return format.equals(Prometheus.NAME);
    }

    @Override
    public Imported read(List<ResultFile> files, String format, ImportOptions options) throws IOException {
        return format.equals(CSV) ? table(files) : matrix(files, options);
    }

    private Imported table(List<ResultFile> files) throws IOException {
        List<RequestRows> tables = new ArrayList<>();
        FilesRead read = FilesRead.of(files, (file, content) -> {
            tables.add(PointTable.read(content));
            return provenance(CSV, "table");
        });
        if (tables.size() > 1) {
            throw new UnreadableResultException("There are " + tables.size() + " tables. Give all minutes in one.");
        }
        return imported(tables.get(0), read);
    }

    /** They are joined, so all have to be there before one is read. */
    private Imported matrix(List<ResultFile> files, ImportOptions options) throws IOException {
        List<ResultFile> inMemory = new ArrayList<>();
        FilesRead read = FilesRead.of(files, (file, content) -> {
            String field = file.field() == null ? options.mapping().askField() : file.field();
            inMemory.add(ResultFile.of(field, file.name(), content.readNBytes(JsonDocument.MAX_BYTES + 1)));
            return provenance(Prometheus.NAME, "range queries");
        });
        return imported(PointMatrix.read(inMemory), read);
    }

    private static Provenance provenance(String tool, String form) {
        return new Provenance(
                tool, null, form, "none: points have no percentile", "as the dependency_error_rate given");
    }

    private Imported imported(RequestRows points, FilesRead read) {
        return new Imported(field(), points.rows(), read.provenance(), read.files(), points.notes());
    }
}
