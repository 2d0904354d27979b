package dev.shipgate.ingest.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Mappings in a folder of rules that no service reads.
 *
 * @param rules the folder
 */
public record MappingFolder(Path rules) implements Mappings {

    @Override
    public @Nullable MappingText at(String path) throws IOException {
        Path file = rules.resolve(path);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            // No more than is needed to see that there is too much.
            return new MappingText(path, in.readNBytes(MappingText.MAX_BYTES + 1));
        }
    }
}
