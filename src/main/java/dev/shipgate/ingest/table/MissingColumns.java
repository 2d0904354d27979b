package dev.shipgate.ingest.table;

import dev.shipgate.ingest.read.ShortText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Columns that a table must have and has not: all of them are reported at once, and always in the same order. */
public final class MissingColumns {

    private static final Map<String, String> MEANINGS = Map.of(
            "concurrency", " (users at once)",
            "p95_ms", " (latency)",
            "error_rate", " (errors)",
            "dependency_error_rate", " (errors of what the service calls)");

    /** So many characters of the names of columns are in a message. */
    private static final int MAX_REPORTED = 500;

    private MissingColumns() {}

    /**
     * The words that a message says of a table that lacks columns.
     *
     * @param required in the order in which they are reported
     * @param there those that it has
     * @return empty when none is missing
     */
    public static Optional<String> describe(List<String> required, List<String> there) {
        List<String> missing =
                required.stream().filter(name -> !there.contains(name)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The table has "
                        + missing.stream()
                                .map(name -> "no " + name + MEANINGS.getOrDefault(name, ""))
                                .collect(Collectors.joining(", "))
                        + ". Its columns are " + ShortText.of(String.join(", ", there), MAX_REPORTED)
                        + ". Name them so in the first line, and add what was not measured.");
    }
}
