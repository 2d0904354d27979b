package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.ArrayList;
import java.util.List;

/** The labels of the caller that an answer ignored, because its rules do not trust them. */
public final class IgnoredLabels {

    /** The field of an answer that names them. */
    private static final String FIELD = "ignored_labels";

    private static final int MAX_NAMED = 10;

    private IgnoredLabels() {}

    /** That they were ignored, in a sentence. */
    public static String sentence(List<String> names) {
        int more = names.size() - MAX_NAMED;
        String first = String.join(", ", more > 0 ? names.subList(0, MAX_NAMED) : names);
        return "Labels that the policy does not trust were ignored: " + first
                + (more > 0 ? " and " + more + " more." : ".");
    }

    /** The same of an answer as JSON; empty where it ignored none. */
    public static String sentence(JsonNode answer) {
        List<String> names = new ArrayList<>();
        JsonText.elements(answer.path(FIELD)).forEach(name -> names.add(name.asText()));
        return names.isEmpty() ? "" : sentence(names);
    }

    /** Adds a warning that says so, and what the labels would have done. */
    static void add(ReportedKind kind, JsonNode answer, AnswerVerdict verdict, List<Row> rows, List<Notice> notices) {
        String sentence = sentence(answer);
        if (sentence.isEmpty()) {
            return;
        }
        String otherwise = verdict == AnswerVerdict.PASS
                ? " With them the answer would have promised more."
                : " With them the answer would have been less strict.";
        Notice notice = new Notice(Level.WARNING, kind.name(), "", FIELD, sentence + otherwise, null);
        notices.add(notice);
        rows.add(Row.of(kind.name(), "", FIELD, RowOutcome.WARNING, "", notice));
    }
}
