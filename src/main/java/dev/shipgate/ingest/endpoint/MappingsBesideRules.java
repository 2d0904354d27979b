package dev.shipgate.ingest.endpoint;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.policy.RulesConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Mappings that lie beside the rules, in {@code imports/NAME.yaml}: read for each import, so that an edit counts at once. */
@ApplicationScoped
public class MappingsBesideRules {

    private static final long MAX_BYTES = 1 << 20;

    private final Path folder;

    MappingsBesideRules(RulesConfig config) {
        this.folder = config.dir().resolve("imports");
    }

    /**
     * The text of a mapping.
     *
     * @param name as the caller asks for; null for that of the format, if there is one
     * @return null when there is none and none was asked for
     * @throws InvalidBodyException when there is none of that name
     */
    byte @Nullable [] text(@Nullable String name, String format) throws IOException {
        Path file = folder.resolve((name == null ? format : name) + ".yaml");
        if (!Files.isRegularFile(file)) {
            if (name == null) {
                return null;
            }
            throw InvalidBodyException.ofParameter(
                    "mapping", "is \"" + name + "\", but there is no such mapping in imports/ beside the rules.");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw InvalidBodyException.ofParameter(
                    "mapping", "is \"" + name + "\", which is larger than " + MAX_BYTES + " bytes.");
        }
        return Files.readAllBytes(file);
    }
}
