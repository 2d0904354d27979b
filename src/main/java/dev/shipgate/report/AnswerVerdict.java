package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an answer comes down to. A pass is read from what the answer says, never from what it leaves out: a problem, an
 * answer of another kind, and one that contradicts itself are unclear, and unclear is not a pass.
 */
public enum AnswerVerdict {
    /** It says that nothing speaks against the release. */
    PASS,
    /** It says that something speaks against the release, or was not evaluated. */
    BLOCK,
    /** It is no answer of its kind. It does not ship. */
    UNCLEAR;

    /**
     * Reads the verdict. Retry storms without a single point look calm in an answer, as it does not tell how many points
     * there were; who knows the verdict of the record says so with {@link #atBest}.
     *
     * @param kind {@code load_gate}, {@code retry_storms}, {@code capacity} or {@code release_readiness}
     */
    public static AnswerVerdict of(String kind, JsonNode answer) {
        if (!answer.isObject() || isProblem(answer)) {
            return UNCLEAR;
        }
        return switch (kind) {
            case Kinds.LOAD_GATE -> loadGate(answer);
            case Kinds.RETRY_STORMS -> retryStorms(answer);
            case Kinds.CAPACITY -> capacity(answer);
            case Kinds.RELEASE_READINESS -> said(answer, "ready", "blockers");
            default -> UNCLEAR;
        };
    }

    /** The worse of both. */
    public AnswerVerdict atBest(AnswerVerdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static boolean isProblem(JsonNode answer) {
        return answer.has("type") && answer.has("status");
    }

    private static AnswerVerdict loadGate(JsonNode answer) {
        AnswerVerdict said = said(answer, "ship", "failures");
        if (said != PASS) {
            return said;
        }
        JsonNode checks = answer.path("checks");
        boolean anyPassed = false;
        boolean allPassedOrDoNotApply = checks.isArray();
        for (JsonNode check : checks) {
            String outcome = check.path("outcome").asText();
            anyPassed |= outcome.equals("pass");
            allPassedOrDoNotApply &= outcome.equals("pass") || outcome.equals("not_applicable");
        }
        return anyPassed && allPassedOrDoNotApply ? PASS : UNCLEAR;
    }

    /** A yes, and an empty list of reasons against it. */
    private static AnswerVerdict said(JsonNode answer, String yes, String reasonsAgainst) {
        JsonNode verdict = answer.path(yes);
        JsonNode reasons = answer.path(reasonsAgainst);
        if (!verdict.isBoolean() || !reasons.isArray()) {
            return UNCLEAR;
        }
        if (!verdict.booleanValue()) {
            return BLOCK;
        }
        return reasons.isEmpty() ? PASS : UNCLEAR;
    }

    private static AnswerVerdict retryStorms(JsonNode answer) {
        JsonNode alerts = answer.path("alerts");
        JsonNode notEvaluated = answer.path("not_evaluated");
        if (!alerts.isArray() || !notEvaluated.isArray()) {
            return UNCLEAR;
        }
        boolean calm = alerts.isEmpty() && notEvaluated.isEmpty() && !isEmptyList(answer.path("points"));
        return calm ? PASS : BLOCK;
    }

    private static boolean isEmptyList(JsonNode list) {
        return list.isArray() && list.isEmpty();
    }

    private static AnswerVerdict capacity(JsonNode answer) {
        return switch (answer.path("outcome").asText()) {
            case "supported", "at_least" ->
                answer.path("max_supported_concurrency").isNumber() ? PASS : UNCLEAR;
            case "unconfirmed", "none" -> BLOCK;
            default -> UNCLEAR;
        };
    }
}
