package dev.shipgate.http;

/** A body that is packed in a way which the service does not read. */
final class UnsupportedCodingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param coding what the header {@code Content-Encoding} says */
    UnsupportedCodingException(String coding) {
        super("The header Content-Encoding is \"" + coding + "\". Send the body as it is, or packed by gzip.");
    }
}
