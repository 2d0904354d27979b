package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Finds files by which a tool says that it has no result, as the answer to a query that has failed. Each is named as
 * such, wherever it stands among the files and whatever is asked of them: any other message about it, such as that a
 * field is missing, would hide that.
 */
public final class FailedQuery {

    /** Longer ones are none: they hold a text and no series. */
    private static final int MAX_BYTES = 1 << 16;

    private static final ResultFormats FORMATS = ResultFormats.all();

    private FailedQuery() {}

    /**
     * Refuses answers that say that a query failed.
     *
     * @throws UnreadableResultException when one of the files is such an answer, which it then names
     */
    public static void requireNone(List<ResultFile> files) throws IOException {
        for (ResultFile file : files) {
            byte[] bytes = start(file);
            if (bytes.length < MAX_BYTES) {
                requireNoFailure(file.name(), bytes);
            }
        }
    }

    private static byte[] start(ResultFile file) throws IOException {
        try (InputStream content = file.open()) {
            return content.readNBytes(MAX_BYTES);
        }
    }

    private static void requireNoFailure(String name, byte[] bytes) throws IOException {
        try {
            FORMATS.requireNoFailure(FileStart.of(ResultFile.of(null, "", bytes)), bytes);
        } catch (UnreadableResultException e) {
            throw e.in(name);
        }
    }
}
