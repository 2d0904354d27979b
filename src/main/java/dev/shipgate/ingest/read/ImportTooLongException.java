package dev.shipgate.ingest.read;

import java.time.Duration;

/** An import that was given up, as it took longer than others should wait for it. */
public final class ImportTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImportTooLongException(Duration limit) {
        super("The import has taken more than " + limit.toSeconds() + " s and was given up. Maybe the mapping has many "
                + "patterns for many or long names? The command line reads files of any size.");
    }
}
