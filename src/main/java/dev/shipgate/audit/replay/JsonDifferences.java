package dev.shipgate.audit.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.replay.ReplayReport.AnswerDifference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The differences between two JSON values: at the innermost values, by name and by index. A patch (RFC 6902) would tell
 * how to get from one to the other: it would move the elements behind an insertion, and so hide the changes.
 */
final class JsonDifferences {

    private final Set<JsonPointer> except;
    private final List<AnswerDifference> found = new ArrayList<>();

    private JsonDifferences(Set<JsonPointer> except) {
        this.except = except;
    }

    /** @param except the pointers to the values that are not compared */
    static List<AnswerDifference> between(JsonNode recorded, JsonNode replayed, Set<JsonPointer> except) {
        JsonDifferences differences = new JsonDifferences(except);
        differences.compare(JsonPointer.empty(), recorded, replayed);
        return differences.found;
    }

    private void compare(JsonPointer pointer, JsonNode recorded, JsonNode replayed) {
        if (except.contains(pointer) || recorded.equals(replayed)) {
            return;
        }
        if (recorded.isObject() && replayed.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            recorded.fieldNames().forEachRemaining(names::add);
            replayed.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer.appendProperty(name), recorded.path(name), replayed.path(name)));
        } else if (recorded.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), replayed.size()); i++) {
                compare(pointer.appendIndex(i), recorded.path(i), replayed.path(i));
            }
        } else {
            found.add(new AnswerDifference(
                    pointer.toString(),
                    recorded.isMissingNode() ? null : recorded,
                    replayed.isMissingNode() ? null : replayed));
        }
    }
}
