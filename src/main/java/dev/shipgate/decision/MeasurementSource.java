package dev.shipgate.decision;

import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fact that says where the numbers of a request come from. It is there when they were imported from the result of a
 * tool, or when the caller says so itself.
 *
 * @param tool the name of the tool, such as {@code k6}
 * @param toolVersion null when it is not known
 * @param form which of the tool's forms the result had; null when it is not known
 * @param p95Method how the 95th percentile was found, and of which requests; null when it is not known
 * @param errorDefinition which requests count as failed; null when it is not known
 * @param fileHashes SHA-256 of each file, in lower-case hex
 * @param notes the observations that the import made, in sentences
 */
@ForRules
public record MeasurementSource(
        String tool,
        @Nullable String toolVersion,
        @Nullable String form,
        @Nullable String p95Method,
        @Nullable String errorDefinition,
        List<String> fileHashes,
        List<String> notes) {

    public MeasurementSource {
        fileHashes = FactValues.texts(fileHashes);
        notes = FactValues.texts(notes);
    }

    /** Reads it from a request; null when the request does not say. */
    public static @Nullable MeasurementSource read(JsonObject body) {
        JsonObject source = body.object("source");
        if (source == null) {
            return null;
        }
        String tool = source.requiredString("tool", "the name of the tool that measured");
        MeasurementSource read = new MeasurementSource(
                String.valueOf(tool),
                source.string("tool_version"),
                source.string("form"),
                source.string("p95_method"),
                source.string("error_definition"),
                fileHashes(source),
                source.texts("notes"));
        requireMapping(source.object("mapping"));
        source.rejectUnknown();
        return read;
    }

    /** It is evidence of the record, and nothing that rules judge. */
    private static void requireMapping(@Nullable JsonObject mapping) {
        if (mapping != null) {
            mapping.string("name");
            mapping.requiredString("text", "the mapping as it was written");
            mapping.rejectUnknown();
        }
    }

    private static List<String> fileHashes(JsonObject source) {
        List<String> hashes = new ArrayList<>();
        for (JsonObject file : source.array("files")) {
            file.string("name");
            file.integer("bytes", 0);
            String sha256 = file.requiredString("sha256", "the hash of the file");
            file.rejectUnknown();
            if (sha256 != null) {
                hashes.add(sha256);
            }
        }
        return hashes;
    }
}
