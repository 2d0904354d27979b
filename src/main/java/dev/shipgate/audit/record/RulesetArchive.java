package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the text of a ruleset is stored: a JSON object of path and text. */
public final class RulesetArchive {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RulesetArchive() {}

    static byte[] write(RulesetFiles ruleset) {
        Map<String, String> files = new LinkedHashMap<>();
        ruleset.files().forEach(file -> files.put(file.path(), file.text()));
        try {
            return JSON.writeValueAsBytes(files);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The ruleset cannot be written as JSON", e);
        }
    }

    /**
     * The files of a version.
     *
     * @throws UncheckedIOException when the stored files are not that version any more
     */
    public static RulesetFiles read(String version, byte[] stored) {
        try {
            RulesetFiles files = read(stored);
            if (!files.version().equals(version)) {
                throw new IOException("The files that are stored for it have the version " + files.version());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the ruleset " + version + " cannot be read", e);
        }
    }

    /** The files, under the version that their content has now. */
    public static RulesetFiles read(byte[] stored) throws IOException {
        Map<String, String> files = JSON.readValue(stored, new TypeReference<>() {});
        return RulesetFiles.of(files.entrySet().stream()
                .map(file -> RuleFile.of(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}
