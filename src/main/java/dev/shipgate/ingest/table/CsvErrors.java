package dev.shipgate.ingest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.shipgate.ingest.read.ImportTooLongException;
import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * The reasons why a table cannot be read. The parser wraps each exception that is thrown while the file is read, as
 * if the table were wrong; here an {@link UnreadableResultException} or {@link ImportTooLongException} comes out again.
 */
public final class CsvErrors {

    private CsvErrors() {}

    /**
     * The exception that is to be thrown.
     *
     * @param noTable the message about a file that is no table
     */
    public static RuntimeException of(CsvParseException e, String noTable) {
        return e.getCause() instanceof UnreadableResultException || e.getCause() instanceof ImportTooLongException
                ? (RuntimeException) e.getCause()
                : new UnreadableResultException(noTable);
    }
}
