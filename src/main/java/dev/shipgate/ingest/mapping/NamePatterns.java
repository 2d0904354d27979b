package dev.shipgate.ingest.mapping;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads the patterns of a mapping, until there are more than can be looked up for each name of a file. */
final class NamePatterns {

    /** Of all patterns together: some hundred routes. */
    private static final int MAX_SIZE = 10_000;

    private int size;

    /** @throws InvalidBodyException when there are too many, with those that were read before */
    List<NamePattern> read(List<JsonObject> elements) {
        List<NamePattern> patterns = new ArrayList<>();
        for (JsonObject element : elements) {
            NamePattern pattern = NamePattern.read(element);
            if (pattern != null) {
                patterns.add(pattern);
                size += pattern.size();
            }
            if (size > MAX_SIZE) {
                throw InvalidBodyException.ofPart(
                        "mapping", "has too many or too long patterns to be looked up for each name of a file.");
            }
        }
        return patterns;
    }
}
