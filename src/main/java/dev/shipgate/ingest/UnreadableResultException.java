package dev.shipgate.ingest;

/** A file that cannot be read as a result. The message is a sentence for people: where, what is there, what would be right. */
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
    UnreadableResultException in(String file) {
        return new UnreadableResultException(file + ": " + getMessage());
    }
}
