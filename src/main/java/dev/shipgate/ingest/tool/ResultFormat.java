package dev.shipgate.ingest.tool;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;

/** The results of one load-test tool, in all the forms that it writes. */
public interface ResultFormat {

    /** Its name in paths and options, such as {@code k6}. */
    String name();

    /**
     * The sign by which its files are recognised, as a noun for people:
     * {@code a JSON object with "metrics" and "root_group"}.
     */
    String lookedFor();

    /** Whether a file that starts so is of this format. Never true for a file of another tool. */
    boolean recognises(FileStart start);

    /**
     * Whether a file does not say which field of routes it has the figures of, so that the caller names that field.
     */
    default boolean takesFields() {
        return false;
    }

    /**
     * Refuses a file by which the tool says that it has no result, as when a query has failed. It is asked before
     * anything else is said of the file.
     *
     * @param content its first bytes, of a small file all of them
     * @throws UnreadableResultException when it is one, with the message of the tool
     */
    default void requireNoFailure(FileStart start, byte[] content) throws IOException {}

    /**
     * Reads a file once, from its first byte to as far as is needed, in memory that does not grow with its length where
     * it has a row for each request.
     *
     * @param mapping the part of the file that is wanted, and under which names
     * @param sink receives the measurements
     * @return the source of the numbers, and their meaning
     * @throws UnreadableResultException when it starts like a file of this format, and cannot be read as one
     */
    Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException;
}
