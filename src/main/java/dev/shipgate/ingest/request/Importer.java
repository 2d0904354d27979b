package dev.shipgate.ingest.request;

import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a field of a request from files, for one kind of evaluation. */
public interface Importer {

    /** The kind of the evaluation, such as {@code load_gate}. */
    String kind();

    /** The field of its request that comes from files. */
    String field();

    /** The names of the formats that it reads. */
    List<String> formats();

    /**
     * The format of a file, by its content.
     *
     * @throws UnreadableResultException when it is not of one and only one
     */
    String formatOf(ResultFile file) throws IOException;

    /** The sign by which files of each format are recognised. The keys are the names of the formats. */
    Map<String, String> lookedFor();

    /** Whether a mapping can have an effect on files of a format. */
    default boolean usesMapping(String format) {
        return true;
    }

    /** Whether the caller names the field that a file of a format measures, as the file itself does not say it. */
    boolean takesFields(String format);

    /** Whether a file of a format is cut into steps. */
    default boolean takesSteps(String format) {
        return false;
    }

    /** Whether it has routes, to which numbers can be added that no tool measures. */
    default boolean takesQuality() {
        return false;
    }

    /** Whether a file is a request of the evaluation already: a JSON object with a field of one, or with none. */
    default boolean isRequest(ResultFile file) throws IOException {
        FileStart start = FileStart.of(file);
        return start.isEmptyObject()
                || Stream.of(field(), "service", "environment", "labels", "budgets")
                        .anyMatch(start::hasFields);
    }

    /**
     * Reads files, all of one format.
     *
     * @throws UnreadableResultException when one cannot be read, which then names the file if there are several
     */
    Imported read(List<ResultFile> files, String format, ImportOptions options) throws IOException;
}
