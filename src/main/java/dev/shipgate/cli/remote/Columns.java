package dev.shipgate.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.Printable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Members of an object of a service that are printed on one line, with tabs between them.
 *
 * @param names in the order in which they are printed
 */
public record Columns(List<String> names) {

    private static final String NOTHING = "-";

    public static Columns of(String... names) {
        return new Columns(List.of(names));
    }

    /** An object on one line; a member that is null or absent is a dash. */
    public String line(JsonNode row) {
        return names.stream()
                .map(name -> row.path(name).asText(NOTHING))
                .map(text -> Printable.line(text).replace('\t', ' '))
                .collect(Collectors.joining("\t"));
    }
}
