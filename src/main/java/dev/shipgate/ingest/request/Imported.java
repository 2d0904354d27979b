package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.hash.Sha256;
import dev.shipgate.ingest.mapping.MappingText;
import dev.shipgate.ingest.measure.Provenance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of files, as a request of an evaluation has it.
 *
 * @param field of the request: {@code routes}, {@code steps} or {@code points}
 * @param measured its value
 * @param provenance where the numbers come from
 * @param files the files that were read
 * @param mapping the text that says which part of the files was wanted, as somebody wrote it; null when nobody did
 * @param notes the facts that a reader of the verdict should know of the files
 */
public record Imported(
        String field,
        JsonNode measured,
        Provenance provenance,
        List<ReadFile> files,
        @Nullable MappingText mapping,
        List<String> notes) {

    /** Without a mapping. */
    public Imported(String field, JsonNode measured, Provenance provenance, List<ReadFile> files, List<String> notes) {
        this(field, measured, provenance, files, null, notes);
    }

    /** The field of a request that says where its numbers come from. */
    public static final String SOURCE = "source";

    /**
     * A file that was read.
     *
     * @param name as people know it
     * @param bytes its length
     * @param sha256 of its bytes, in lower-case hex
     */
    public record ReadFile(String name, long bytes, String sha256) {}

    /** The same, with another file that it was made with; null for none. */
    public Imported alsoFrom(String name, byte @Nullable [] content) {
        if (content == null) {
            return this;
        }
        List<ReadFile> all = new ArrayList<>(files);
        all.add(new ReadFile(name, content.length, Sha256.hex(content)));
        return new Imported(field, measured, provenance, all, mapping, notes);
    }

    /** The same, with the mapping that it was made with; null for none. */
    Imported by(@Nullable MappingText text) {
        return text == null
                ? this
                : new Imported(field, measured, provenance, files, text, notes).alsoFrom("mapping", text.bytes());
    }

    /** Puts the measurements and their source into a request. */
    public void addTo(ObjectNode request) {
        ObjectNode source = request.putObject(SOURCE);
        source.put("tool", provenance.tool());
        if (provenance.toolVersion() != null) {
            source.put("tool_version", provenance.toolVersion());
        }
        source.put("form", provenance.form());
        source.put("p95_method", provenance.p95Method());
        source.put("error_definition", provenance.errorDefinition());
        files.forEach(file -> source.withArrayProperty("files")
                .addObject()
                .put("name", file.name())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        if (mapping != null) {
            mapping.addTo(source.putObject("mapping"));
        }
        notes.forEach(note -> source.withArrayProperty("notes").add(note));
        request.set(field, measured);
    }
}
