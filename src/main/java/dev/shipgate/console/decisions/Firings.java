package dev.shipgate.console.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.decision.firing.IncludedFirings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The firings of a decision, in the order in which they happened.
 *
 * @param cut whether there are more than the page shows
 */
record Firings(List<Firing> first, boolean cut) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A rule that fired.
     *
     * @param facts those that it matched, by name
     */
    record Firing(String rule, List<Fact> facts) {}

    /**
     * A fact of a firing.
     *
     * @param value as JSON
     */
    record Fact(String name, String value) {}

    static Firings of(IncludedFirings included) {
        return new Firings(
                included.first().stream().map(row -> firing(read(row))).toList(), included.cut());
    }

    /** A recorded row is JSON that was written before, which no tree can be made of without reading it. */
    private static JsonNode read(JsonSerializable row) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(row));
        } catch (IOException e) {
            throw new UncheckedIOException("A recorded firing is not JSON", e);
        }
    }

    private static Firing firing(JsonNode row) {
        List<Fact> facts = new ArrayList<>();
        row.path("facts").properties().forEach(fact -> facts.add(new Fact(fact.getKey(), text(fact.getValue()))));
        return new Firing(row.path("rule").asText(), facts);
    }

    private static String text(JsonNode value) {
        try {
            return value.isValueNode() ? value.asText() : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact cannot be written", e);
        }
    }
}
