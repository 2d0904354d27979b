package dev.shipgate.ingest.read;

import dev.shipgate.json.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that cannot be read as a result. The message is a sentence for people that names the content found, its place,
 * and the content that would be right.
 */
public final class UnreadableResultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableResultException(String detail) {
        super(detail);
    }

    /** Says where, too. */
    public static UnreadableResultException atLine(long line, String detail) {
        return new UnreadableResultException("Line " + line + ": " + detail);
    }

    /** The same of one of several files. */
    public UnreadableResultException in(String file) {
        return new UnreadableResultException(file + ": " + getMessage());
    }

    /** The same, with the problems beside the file. */
    public UnreadableResultException and(List<Problem> beside) {
        return beside.isEmpty()
                ? this
                : new UnreadableResultException(getMessage() + " "
                        + beside.stream().map(Problem::toString).collect(Collectors.joining(" ")));
    }
}
