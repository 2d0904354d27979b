package dev.shipgate.ingest.request;

import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Files that look like another format than the one that they are read as: of two tools, or under a wrong name. */
final class OtherFormat {

    private OtherFormat() {}

    /**
     * A refusal that says so first: the message of a reader about the file of another tool misleads.
     *
     * @param known the format as which they were read
     */
    static UnreadableResultException hinted(
            UnreadableResultException refusal, Importer importer, List<ResultFile> files, String known)
            throws IOException {
        for (ResultFile file : files) {
            Optional<String> other = formatOf(file, importer).filter(format -> !format.equals(known));
            if (other.isPresent()) {
                return new UnreadableResultException((files.size() == 1 ? "The file" : file.name()) + " looks like "
                        + other.get() + ", and is read as " + known + ". "
                        + (files.size() == 1 ? "Maybe name no format?" : "Give files of one tool.") + " As " + known
                        + " it cannot be read: " + refusal.getMessage());
            }
        }
        return refusal;
    }

    private static Optional<String> formatOf(ResultFile file, Importer importer) throws IOException {
        try {
            return Optional.of(importer.formatOf(file));
        } catch (UnreadableResultException e) {
            return Optional.empty();
        }
    }
}
