package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What files of a tool say of a load test.
 *
 * @param routes as the request of a load gate has them, in the order in which the files do
 * @param provenance where the numbers come from
 * @param files what was read
 * @param notes what a reader of the verdict should know of the files
 */
public record LoadTest(
        Map<String, ObjectNode> routes, Provenance provenance, List<ReadFile> files, List<String> notes) {

    /**
     * A file that was read.
     *
     * @param name as people know it
     * @param sha256 of its bytes, in lower-case hex
     */
    public record ReadFile(String name, long bytes, String sha256) {}

    /** The request of a load gate: what was measured, and where that comes from. */
    public void addTo(ObjectNode request) {
        ObjectNode source = request.putObject("source");
        source.put("tool", provenance.tool());
        if (provenance.toolVersion() != null) {
            source.put("tool_version", provenance.toolVersion());
        }
        source.put("form", provenance.form());
        source.put("p95_method", provenance.p95Method());
        source.put("error_definition", provenance.errorDefinition());
        source.set("files", filesAsJson());
        if (!notes.isEmpty()) {
            ArrayNode told = source.putArray("notes");
            notes.forEach(told::add);
        }
        ObjectNode measured = request.putObject("routes");
        routes.forEach(measured::set);
    }

    private ArrayNode filesAsJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ReadFile file : files) {
            array.addObject()
                    .put("name", file.name())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256());
        }
        return array;
    }
}
