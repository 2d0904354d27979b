package dev.shipgate.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Mappings that lie beside rules, in {@code imports/NAME.yaml}: read for each import, so that an edit counts at once.
 *
 * @param rules the folder of the rules
 */
public record MappingFolder(Path rules) {

    private static final long MAX_BYTES = 1 << 20;

    /**
     * The text of a mapping.
     *
     * @param name as the caller asks for, of letters, digits and hyphens; null for that of the format, if there is one
     * @return null when there is none and none was asked for
     * @throws UnreadableResultException when there is none of that name
     */
    byte @Nullable [] text(@Nullable String name, String format) throws IOException {
        Path file = rules.resolve("imports").resolve((name == null ? format : name) + ".yaml");
        if (!Files.isRegularFile(file)) {
            if (name == null) {
                return null;
            }
            throw new UnreadableResultException("There is no mapping \"" + name
                    + "\": beside the rules there is no file imports/" + name + ".yaml.");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new UnreadableResultException(
                    "The mapping imports/" + file.getFileName() + " is larger than " + MAX_BYTES + " bytes.");
        }
        return Files.readAllBytes(file);
    }
}
