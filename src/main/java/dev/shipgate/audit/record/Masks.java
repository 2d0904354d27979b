package dev.shipgate.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shipgate.decision.Release;
import dev.shipgate.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of one request that are masked, and the replacement for each of them. */
final class Masks {

    /** Nothing is masked. */
    static final Masks NONE = new Masks(List.of(), Map.of(), Map.of(), new MaskWords(Set.of(), Set.of(), Set.of()));

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Shorter values would be found in words that have nothing to do with them. */
    private static final int MIN_LENGTH_WITHIN_TEXT = 3;

    /** Of more values only whole texts are masked: to look for each in each text would take for ever. */
    private static final int MAX_WITHIN_TEXT = 1_000;

    /** The facts that a rule matched have names that the rule gave, and values that callers gave. */
    private static final String FACTS = "facts";

    private record Replacement(Pattern value, String by) {}

    private final List<String> pointers;
    private final Map<String, String> texts;
    private final Map<String, String> numbers;
    private final MaskWords words;
    private final List<Replacement> withinText = new ArrayList<>();

    /**
     * @param pointers to the values that were masked in the request
     * @param texts the replacement for each text
     * @param numbers the replacement for each number, by its {@link #text}
     */
    Masks(List<String> pointers, Map<String, String> texts, Map<String, String> numbers, MaskWords words) {
        this.pointers = List.copyOf(pointers);
        this.texts = Map.copyOf(texts);
        this.numbers = Map.copyOf(numbers);
        this.words = words;
        if (texts.size() + numbers.size() <= MAX_WITHIN_TEXT) {
            longestFirst(texts).forEach((value, by) -> add(Pattern.quote(value), by));
            // Not as a part of another number.
            longestFirst(numbers)
                    .forEach((value, by) -> add("(?<![\\d.])" + Pattern.quote(value) + "(?!\\d|\\.\\d)", by));
        }
    }

    private static Map<String, String> longestFirst(Map<String, String> replacements) {
        Map<String, String> sorted = new java.util.LinkedHashMap<>();
        replacements.keySet().stream()
                .filter(value -> value.length() >= MIN_LENGTH_WITHIN_TEXT)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(value -> sorted.put(value, replacements.get(value)));
        return sorted;
    }

    private void add(String pattern, String by) {
        withinText.add(new Replacement(Pattern.compile(pattern), Matcher.quoteReplacement(by)));
    }

    /** A number in the one form that all equal numbers have. */
    static String text(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    List<String> pointers() {
        return pointers;
    }

    boolean isEmpty() {
        return texts.isEmpty() && numbers.isEmpty();
    }

    /** A request with the values masked. */
    byte[] applyToRequest(byte[] json) {
        return apply(json, false);
    }

    /** An answer, or firings, with the values masked. */
    byte[] applyToAnswer(byte[] json) {
        return apply(json, true);
    }

    private byte[] apply(byte[] json, boolean ofAnswer) {
        if (isEmpty()) {
            return json;
        }
        try {
            return JSON.writeValueAsBytes(apply(Masking.read(json), ofAnswer, false));
        } catch (IOException e) {
            throw new UncheckedIOException("The masked JSON could not be written", e);
        }
    }

    private JsonNode apply(JsonNode node, boolean ofAnswer, boolean namedByCallers) {
        if (node instanceof ObjectNode object) {
            return apply(object, ofAnswer, namedByCallers);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode masked = JSON.createArrayNode();
            array.forEach(element -> masked.add(apply(element, ofAnswer, false)));
            return masked;
        }
        if (node.isNumber()) {
            String replacement = numbers.get(text(node));
            return replacement == null ? node : TextNode.valueOf(replacement);
        }
        return node.isTextual() ? TextNode.valueOf(masked(node.asText())) : node;
    }

    private ObjectNode apply(ObjectNode object, boolean ofAnswer, boolean namedByCallers) {
        ObjectNode masked = JSON.createObjectNode();
        object.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            masked.set(
                    namedByCallers ? masked(name) : name,
                    ofAnswer && words.keep(name, value)
                            ? value
                            : apply(
                                    value,
                                    ofAnswer && !name.equals(FACTS),
                                    words.namedByCallers().contains(name)));
        });
        return masked;
    }

    /** A name or another text with the values masked, also within it. */
    @Nullable
    String apply(@Nullable String text) {
        return text == null || isEmpty() ? text : masked(text);
    }

    /** A name by which databases find the decision, which must not be longer than they can. */
    @Nullable
    String applyToName(@Nullable String name) {
        String masked = apply(name);
        return masked == null || masked.length() <= Release.MAX_NAME_LENGTH
                ? masked
                : Masking.PREFIX + HexFormat.of().formatHex(Sha256.of(masked));
    }

    private String masked(String text) {
        String whole = texts.get(text);
        if (whole != null) {
            return whole;
        }
        String masked = text;
        for (Replacement replacement : withinText) {
            masked = replacement.value().matcher(masked).replaceAll(replacement.by());
        }
        return masked;
    }
}
