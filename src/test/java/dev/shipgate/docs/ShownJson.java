package dev.shipgate.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON as a page shows it: {@code ...} stands for the part left out of an object, an array or a string, and
 * everything else has to be there as shown. A value that differs between two runs of the same request (ids, times,
 * hashes) only has to be of the same kind.
 */
final class ShownJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GAP = "...";
    private static final Set<String> TIMES = Set.of("evaluated_at", "activated_at", "last_fired", "at");
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String HASH = "(sha256:)?[0-9a-f]{64}";

    private final List<String> differences = new ArrayList<>();
    private final Map<String, String> standIns = new LinkedHashMap<>();

    private ShownJson() {}

    /** The JSON that a page shows, with each gap as a member or an element of the name {@value #GAP}. */
    static JsonNode parse(String shown) {
        StringBuilder json = new StringBuilder();
        List<Character> open = new ArrayList<>();
        boolean inString = false;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '"' && (i == 0 || shown.charAt(i - 1) != '\\')) {
                inString = !inString;
            }
            if (inString) {
                json.append(c);
            } else if (shown.startsWith(GAP, i)) {
                json.append(open.get(open.size() - 1) == '{' ? "\"...\":\"...\"" : "\"...\"");
                i += GAP.length() - 1;
            } else {
                if (c == '{' || c == '[') {
                    open.add(c);
                } else if (c == '}' || c == ']') {
                    open.remove(open.size() - 1);
                }
                json.append(c);
            }
        }
        return tree(json.toString());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is not JSON: " + json, e);
        }
    }

    /** The places where the real answer differs from the shown one; empty if there are none. */
    static List<String> differences(JsonNode shown, JsonNode real) {
        return comparison(shown, real).differences;
    }

    /** The ids and hashes that are shown, each with the one that the real answer has in its place. */
    static Map<String, String> standIns(JsonNode shown, JsonNode real) {
        return comparison(shown, real).standIns;
    }

    private static ShownJson comparison(JsonNode shown, JsonNode real) {
        ShownJson comparison = new ShownJson();
        comparison.compare("", "", shown, real);
        return comparison;
    }

    private void compare(String path, String name, JsonNode shown, JsonNode real) {
        if (shown.isObject() && real.isObject()) {
            compareObjects(path, shown, real);
        } else if (shown.isArray() && real.isArray()) {
            compareArrays(path, shown, real);
        } else if (!sameValue(name, shown, real)) {
            differences.add(path + " is shown as " + shown + " and is " + real);
        }
    }

    private void compareObjects(String path, JsonNode shown, JsonNode real) {
        shown.properties().stream()
                .filter(field -> !field.getKey().equals(GAP))
                .forEach(field -> compare(
                        path + "/" + field.getKey(), field.getKey(), field.getValue(), real.path(field.getKey())));
        if (!shown.has(GAP)) {
            real.fieldNames().forEachRemaining(field -> {
                if (!shown.has(field)) {
                    differences.add(path + "/" + field + " is there and not shown");
                }
            });
        }
    }

    /** A gap passes over any number of elements; without one the arrays have to be of one length. */
    private void compareArrays(String path, JsonNode shown, JsonNode real) {
        Iterator<JsonNode> rest = real.iterator();
        boolean gap = false;
        int index = 0;
        for (JsonNode element : shown) {
            if (isGap(element)) {
                gap = true;
            } else if (gap) {
                boolean found = false;
                while (!found && rest.hasNext()) {
                    ShownJson comparison = comparison(element, rest.next());
                    found = comparison.differences.isEmpty();
                    if (found) {
                        standIns.putAll(comparison.standIns);
                    }
                }
                if (!found) {
                    differences.add(path + " does not contain " + element);
                }
                gap = false;
            } else if (rest.hasNext()) {
                compare(path + "/" + index, "", element, rest.next());
            } else {
                differences.add(path + " ends before " + element);
            }
            index++;
        }
        if (!gap && rest.hasNext()) {
            differences.add(path + " goes on with " + rest.next());
        }
    }

    private static boolean isGap(JsonNode element) {
        return element.asText().equals(GAP);
    }

    private boolean sameValue(String name, JsonNode shown, JsonNode real) {
        if (shown.isNumber() && real.isNumber()) {
            return shown.doubleValue() == real.doubleValue();
        }
        if (!shown.isTextual() || !real.isTextual()) {
            return shown.equals(real);
        }
        String text = shown.textValue();
        String realText = real.textValue();
        if (sameKind(ID, text, realText) || sameKind(HASH, text, realText)) {
            standIns.put(text, realText);
            return true;
        }
        int gap = text.indexOf(GAP);
        return text.equals(realText)
                || (TIMES.contains(name) && sameKind(TIME, text, realText))
                || (gap >= 0
                        && realText.startsWith(text.substring(0, gap))
                        && realText.endsWith(text.substring(gap + GAP.length())));
    }

    private static boolean sameKind(String kind, String shown, String real) {
        return shown.matches(kind) && real.matches(kind);
    }
}
