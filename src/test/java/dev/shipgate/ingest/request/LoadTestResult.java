package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result that was read of a load test, as tests look at it.
 *
 * @param routes by name, in the order in which the files have them
 */
public record LoadTestResult(
        Map<String, ObjectNode> routes, Provenance provenance, List<Imported.ReadFile> files, List<String> notes) {

    /** Reads files of one tool, which are taken for those of no other. */
    static LoadTestResult read(ResultFormat format, Mapping mapping, List<ResultFile> files) throws IOException {
        Imported imported = new LoadTestImporter(new ResultFormats(List.of(format)))
                .read(files, format.name(), new ImportOptions(mapping, Quality.NONE, null));
        Map<String, ObjectNode> routes = new LinkedHashMap<>();
        imported.measured().properties().forEach(route -> routes.put(route.getKey(), (ObjectNode) route.getValue()));
        return new LoadTestResult(routes, imported.provenance(), imported.files(), imported.notes());
    }
}
