package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The verdict of an answer, as a reader takes it. A pass is read from a field of the answer, never from the lack of
 * one: a problem, and an answer without a verdict, are unclear, and unclear is not a pass.
 */
public enum AnswerVerdict {
    /** It says that nothing speaks against the release. */
    PASS,
    /** It says that something speaks against the release, or was not evaluated. */
    BLOCK,
    /** It has no verdict. It does not ship. */
    UNCLEAR;

    /** The field of every answer that says it. */
    private static final String FIELD = "verdict";

    /** Reads the verdict. */
    public static AnswerVerdict of(JsonNode answer) {
        if (isProblem(answer)) {
            return UNCLEAR;
        }
        JsonNode verdict = answer.path(FIELD);
        return switch (verdict.isTextual() ? verdict.textValue() : "") {
            case "pass" -> PASS;
            case "block" -> BLOCK;
            default -> UNCLEAR;
        };
    }

    /** Whether an answer, or a part of one, says a verdict at all. */
    static boolean isIn(JsonNode answer) {
        return answer.has(FIELD);
    }

    static boolean isProblem(JsonNode answer) {
        return answer.has("type") && answer.has("status");
    }
}
