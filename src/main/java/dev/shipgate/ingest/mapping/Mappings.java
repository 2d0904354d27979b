package dev.shipgate.ingest.mapping;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The mappings of a ruleset, in {@code imports/NAME.yaml}. */
public interface Mappings {

    /**
     * The text of one.
     *
     * @param name as the caller asks for, of letters, digits and hyphens; null for that of the format, if there is one
     * @return null when there is none and none was asked for
     * @throws UnreadableResultException when there is none of that name
     */
    default @Nullable MappingText text(@Nullable String name, String format) throws IOException {
        MappingText text = at("imports/" + (name == null ? format : name) + ".yaml");
        if (text == null && name != null) {
            throw new UnreadableResultException("There is no mapping \"" + name
                    + "\": beside the rules there is no file imports/" + name + ".yaml.");
        }
        return text;
    }

    /**
     * The text of a file.
     *
     * @param path below the rules
     * @return null when there is none
     */
    @Nullable
    MappingText at(String path) throws IOException;
}
