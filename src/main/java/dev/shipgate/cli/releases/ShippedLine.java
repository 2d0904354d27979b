package dev.shipgate.cli.releases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.Printable;
import java.util.List;

/** A release that shipped, on one line. */
final class ShippedLine {

    /** Where releases are marked and listed. */
    static final String PATH = "/v1/releases/shipped";

    private static final List<String> COLUMNS =
            List.of("shipped_at", "source", "kind", "service", "environment", "version", "shipped_by", "decision_id");

    private ShippedLine() {}

    static String of(JsonNode shipped) {
        return String.join(
                "\t",
                COLUMNS.stream()
                        .map(column -> shipped.path(column).asText("-"))
                        .map(text -> Printable.line(text).replace('\t', ' '))
                        .toList());
    }
}
