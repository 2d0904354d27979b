package dev.shipgate.ingest.tool;

import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;

/** Files that have the steps of a step-load test, and not a row for each request. */
public interface StepFormat {

    /** Its name in paths and options. */
    String name();

    /** The sign by which its files are recognised, as a noun for people. */
    String lookedFor();

    /** The kind of its files, as a noun for people: {@code the history of a run of Locust}. */
    String what();

    /** Whether a file that starts so is one of its. */
    boolean recognises(FileStart start);

    /** Where the numbers of its files come from. */
    Provenance provenance();

    /**
     * Reads a file once.
     *
     * @return its steps, as a request has them
     * @throws UnreadableResultException when it starts like a file of this format, and cannot be read as one
     */
    RequestRows read(InputStream file) throws IOException;
}
