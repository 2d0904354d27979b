package dev.shipgate.audit.store.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a record that come before the request: all that its index is made of.
 *
 * @param members by name
 */
public record RecordHead(Map<String, JsonNode> members) {

    /** The member that ends the head. */
    public static final String END = "request";

    /** The member that holds the context, which decides beside the request; earlier records do not have it. */
    public static final String CONTEXT = "context";

    /** The member that is true where a waiver covers a failure or a blocker, and else is not there. */
    public static final String WAIVED = "waived";

    /** The member that says which form a record has; the first form has no such member. */
    public static final String FORM = "form";

    /**
     * The form that is written: its answer names each rule once, and {@value #FIRINGS} hold the facts that each firing
     * matched.
     */
    public static final int LATEST_FORM = 2;

    /**
     * The member after the request and the answer: all firings, in order. In the first form it stands in the head and
     * says how often each rule fired; all firings are {@value #RULES_FIRED} there.
     */
    public static final String FIRINGS = "firings";

    /** The member that names the rules that fired. In the first form it comes last, and has all firings. */
    public static final String RULES_FIRED = "rules_fired";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the head of a record's content. Takes more of the stream than the head. */
    public static RecordHead read(InputStream content) throws IOException {
        // Not closed: the rest of the stream is the caller's, and the parser owns nothing.
        return read(JSON.createParser(content).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE));
    }

    /** Reads the head of a record's content; the parser then stands before the value of {@value #END}. */
    public static RecordHead read(JsonParser parser) throws IOException {
        parser.setCodec(JSON);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("Not a record");
        }
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME
                    && !parser.currentName().equals(END)) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, parser.readValueAsTree());
            }
        } catch (JsonEOFException e) {
            // An event is all head, and content has no closing brace.
        }
        return new RecordHead(members);
    }

    @Nullable
    public String text(String name) {
        JsonNode value = members.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** A member as JSON; null when it is absent or null. */
    @Nullable
    public String json(String name) {
        JsonNode value = members.get(name);
        return value == null || value.isNull() ? null : value.toString();
    }

    /** The context that decided beside the request, as JSON; null in records of before there was such a thing. */
    public @Nullable JsonNode context() {
        return members.get(CONTEXT);
    }

    @Nullable
    public String rulesetVersion() {
        JsonNode ruleset = members.get("ruleset");
        return ruleset == null ? null : ruleset.path("version").asText();
    }

    /** Whether its answer has each firing with the annotations of its rule, and no verdict. */
    public boolean isOfFirstForm() {
        return !members.containsKey(FORM);
    }

    /** The names of the rules that fired, in the order of their first firing. */
    public List<String> rules() {
        if (!isOfFirstForm()) {
            return strings(RULES_FIRED);
        }
        List<String> names = new ArrayList<>();
        JsonNode firings = members.get(FIRINGS);
        if (firings != null) {
            firings.path("by_rule").fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    public List<String> routes() {
        return strings("routes");
    }

    /** The JSON Pointers to the values that were masked in the request. */
    public List<String> masked() {
        return strings("masked");
    }

    private List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        JsonNode array = members.get(name);
        if (array != null) {
            array.forEach(element -> strings.add(element.asText()));
        }
        return strings;
    }
}
