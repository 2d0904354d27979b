package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Files that have the steps of a step-load test, and not a row for each request. */
interface StepFormat {

    /** Its name in paths and options. */
    String name();

    /** By what its files are recognised, as a noun for people. */
    String lookedFor();

    /** Whether a file that starts so is one of its. */
    boolean recognises(FileStart start);

    /**
     * Reads a file once.
     *
     * @param steps to which its steps are added, as a request has them
     * @param notes to which is added what a reader of the verdict should know of the file
     * @throws UnreadableResultException when it is not what it seems to be
     */
    Provenance read(InputStream file, ArrayNode steps, List<String> notes) throws IOException;
}
