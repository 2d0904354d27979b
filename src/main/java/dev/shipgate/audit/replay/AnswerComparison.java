package dev.shipgate.audit.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.replay.ReplayReport.AnswerDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A recorded answer, held against that of its replay. */
final class AnswerComparison {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The one thing that is another whenever other rules are asked for. */
    private static final JsonPointer RULESET_VERSION = JsonPointer.compile("/ruleset/version");

    /** Members that answers did not always have: one that was recorded without them says nothing of them. */
    private static final List<JsonPointer> ADDED_SINCE = Stream.of(
                    "/limits", "/capacity/limits", "/thresholds", "/retry_storms/thresholds")
            .map(JsonPointer::compile)
            .toList();

    /** As trees, answers take some ten times as much memory. */
    private static final long MAX_BYTES = 16 << 20;

    private AnswerComparison() {}

    /** @throws NotComparableException when the answers differ, and are too large to say where */
    static List<AnswerDifference> differences(byte[] recorded, byte[] replayed) {
        if (Arrays.equals(recorded, replayed)) {
            return List.of();
        }
        if (recorded.length + (long) replayed.length > MAX_BYTES) {
            throw new NotComparableException(MAX_BYTES);
        }
        JsonNode before = tree(recorded);
        return JsonDifferences.between(before, tree(replayed), notCompared(before));
    }

    private static Set<JsonPointer> notCompared(JsonNode recorded) {
        Set<JsonPointer> notCompared = new HashSet<>(Set.of(RULESET_VERSION));
        ADDED_SINCE.stream()
                .filter(member -> recorded.at(member).isMissingNode())
                .forEach(notCompared::add);
        return notCompared;
    }

    private static JsonNode tree(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("An answer could not be read as JSON", e);
        }
    }
}
