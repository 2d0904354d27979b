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
     * By what its files are recognised, as a noun for people: {@code a JSON object with "metrics" and "root_group"}.
     */
    String lookedFor();

    /** Whether a file that starts so is of this format. Never true for what another tool writes. */
    boolean recognises(FileStart start);

    /**
     * Whether a file does not say what it measures, so that the caller names the field of routes that it has the
     * figures of.
     */
    default boolean takesFields() {
        return false;
    }

    /**
     * Refuses a file by which the tool says that it has no result, as when a query has failed. It is asked before
     * anything else is said of the file.
     *
     * @param content its first bytes, of a small file all of them
     * @throws UnreadableResultException when it is one, with what the tool said
     */
    default void requireNoFailure(FileStart start, byte[] content) throws IOException {}

    /**
     * Reads a file once, from its first byte to as far as is needed, in memory that does not grow with its length where
     * it has a row for each request.
     *
     * @param mapping the part of the file that is wanted, and under which names
     * @param sink receives what was measured
     * @return where the numbers come from, and what they mean
     * @throws UnreadableResultException when it is not what it seems to be
     */
    Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException;
}
