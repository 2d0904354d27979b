package dev.shipgate.policy.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of a repository that are read whole. */
final class SmallFile {

    private SmallFile() {}

    /**
     * The text of a file; empty when there is none. Pipes and devices are none: to open them may wait for ever.
     *
     * @throws IOException also when it has more bytes than these
     */
    static Optional<String> read(Path file, int maxBytes) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IOException(file + " has more than " + maxBytes + " bytes");
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
