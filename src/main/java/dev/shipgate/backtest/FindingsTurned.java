package dev.shipgate.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.decision.Verdict;
import dev.shipgate.report.Notice;
import dev.shipgate.report.ReportReader;
import dev.shipgate.report.ReportedKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The findings in which two answers differ. Both are read as reports read them, so this knows no kind of evaluation.
 * Two findings are the same if they say the same reason of the same thing, whichever rule and whatever numbers say so.
 *
 * @param added those of the later answer alone
 * @param gone those of the earlier answer alone
 * @param cut whether there are more, or the answers are too large to be compared
 */
public record FindingsTurned(List<BacktestFinding> added, List<BacktestFinding> gone, boolean cut) {

    /** As trees, answers take some ten times as much memory. */
    private static final int MAX_COMPARED_BYTES = 1 << 20;

    private static final String VERDICT = "verdict";

    /** The same findings have the same. */
    private record Key(boolean blocks, String part, String about, String reason) {

        static Key of(Notice notice) {
            return new Key(notice.blocks(), notice.part(), notice.item(), notice.reason());
        }
    }

    /**
     * Compares a recorded answer with the one of other rules.
     *
     * @param answer makes that one
     */
    static FindingsTurned between(
            ReportedKind kind, PastDecision past, Verdict to, Supplier<ObjectNode> answer, ObjectMapper json) {
        byte[] recorded = past.response();
        if (recorded.length > MAX_COMPARED_BYTES || past.request().length > MAX_COMPARED_BYTES) {
            return new FindingsTurned(List.of(), List.of(), true);
        }
        return between(notices(kind, tree(recorded, json), past.verdict()), notices(kind, answer.get(), to));
    }

    static FindingsTurned between(List<Notice> recorded, List<Notice> now) {
        List<Notice> added = without(now, recorded);
        List<Notice> gone = without(recorded, now);
        return new FindingsTurned(
                first(added), first(gone), added.size() > Flip.MAX_FINDINGS || gone.size() > Flip.MAX_FINDINGS);
    }

    private static List<Notice> notices(ReportedKind kind, ObjectNode answer, Verdict verdict) {
        // Answers of the first form had none, and an answer that is not bytes yet has none so far.
        if (verdict != Verdict.ERROR && !answer.has(VERDICT)) {
            answer.put(VERDICT, verdict.lowerCase());
        }
        return ReportReader.read(kind, answer, null, null).notices();
    }

    private static ObjectNode tree(byte[] answer, ObjectMapper json) {
        try {
            JsonNode tree = json.readTree(answer);
            return tree instanceof ObjectNode object ? object : json.createObjectNode();
        } catch (IOException e) {
            throw new ContradictedRecordException("A recorded answer cannot be read: " + e.getMessage() + ".");
        }
    }

    private static List<Notice> without(List<Notice> notices, List<Notice> others) {
        Map<Key, Integer> known = new HashMap<>();
        others.forEach(other -> known.merge(Key.of(other), 1, Integer::sum));
        List<Notice> left = new ArrayList<>();
        for (Notice notice : notices) {
            Key key = Key.of(notice);
            int count = known.getOrDefault(key, 0);
            if (count == 0) {
                left.add(notice);
            } else {
                known.put(key, count - 1);
            }
        }
        return left;
    }

    private static List<BacktestFinding> first(List<Notice> notices) {
        return notices.stream()
                .limit(Flip.MAX_FINDINGS)
                .map(BacktestFinding::of)
                .toList();
    }
}
