package dev.shipgate.http.body;

/** A body that is packed in a way which the service does not read. */
public final class UnsupportedCodingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param coding the value of the header {@code Content-Encoding} */
    UnsupportedCodingException(String coding) {
        super("The header Content-Encoding is \"" + coding + "\". Send the body as it is, or packed by gzip.");
    }
}
