package dev.shipgate.testing;

import static dev.shipgate.testing.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The records of the last version whose answers had no {@code verdict}, made by that version, and its answers about
 * them over HTTP. The README beside them says how they were made.
 */
public final class StoreBeforeVerdict {

    /** The last hash of its chain. */
    public static final String HEAD =
            json(read("verification.json")).path("head_hash").asText();

    private static final String FOLDER = "src/test/resources/stores/before-verdict";

    private StoreBeforeVerdict() {}

    /** A data folder with a copy of the store, which a service or a test may write to. */
    public static Path copy() {
        Path folder = DataFolder.fresh();
        try {
            Files.copy(Path.of(FOLDER, "audit.db"), folder.resolve("audit.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** The answer that the version gave. */
    public static JsonNode answer(String file) {
        return json(read(file));
    }

    /** The answers that the version gave, where each line is JSON. */
    public static List<JsonNode> answers(String file) {
        return read(file).lines().map(Json::json).toList();
    }

    /** The records of decisions, each as the line that was exported, in the order in which they were written. */
    public static List<String> decisions() {
        return read("records.ndjson")
                .lines()
                .filter(line -> line.startsWith("{\"decision_id\":"))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(FOLDER, file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
