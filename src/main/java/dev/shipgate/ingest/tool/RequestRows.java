package dev.shipgate.ingest.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/**
 * The rows of a file as the elements of an array of a request. Whether they make sense together, the evaluation says.
 *
 * @param rows an object for each, in the order of the file; a value that was not measured is left out
 * @param notes the facts that a reader of the verdict should know of the file
 */
public record RequestRows(ArrayNode rows, List<String> notes) {}
