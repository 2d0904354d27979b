package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads files as imports do, for tests of formats. */
public final class ImportedFile {

    private ImportedFile() {}

    public static LoadTestResult read(ResultFormat format, byte[] file, Mapping mapping) {
        try {
            return LoadTestResult.read(format, mapping, List.of(ResultFile.of(null, "result", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LoadTestResult read(ResultFormat format, String file, Mapping mapping) {
        return read(format, file.getBytes(StandardCharsets.UTF_8), mapping);
    }

    /** Reads one that measures the test as a whole, which is the route "tts" then. */
    public static ObjectNode wholeTest(ResultFormat format, String file) {
        return route(read(format, file, onRoute()), "tts");
    }

    /** What was measured of a route. */
    public static ObjectNode route(LoadTestResult test, String name) {
        ObjectNode route = test.routes().get(name);
        if (route == null) {
            throw new AssertionError(
                    "There is no route " + name + ", but " + test.routes().keySet());
        }
        return route;
    }

    /** What is told of a file that is refused. */
    public static String refusal(ResultFormat format, String file, Mapping mapping) {
        try {
            read(format, file, mapping);
        } catch (UnreadableResultException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("The file was not refused");
    }

    /** A mapping that says of files about one route that it is "tts". */
    public static Mapping onRoute() {
        return Mapping.none().with("tts", null);
    }

    /** A mapping in YAML. */
    public static Mapping mapping(String... lines) {
        return Mapping.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    public static boolean recognises(ResultFormat format, byte[] file) {
        try {
            return format.recognises(FileStart.of(ResultFile.of(null, "result", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample that is the project's own. */
    public static String sample(String name) {
        try (InputStream in = ImportedFile.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new AssertionError("There is no sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
