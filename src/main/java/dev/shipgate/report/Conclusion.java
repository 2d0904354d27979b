package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;

/** A verdict in words. */
final class Conclusion {

    private Conclusion() {}

    static String of(String kind, JsonNode answer, AnswerVerdict verdict) {
        return switch (verdict) {
            case PASS -> passed(kind, answer);
            case BLOCK -> "do not ship";
            case UNCLEAR -> "no verdict, do not ship";
        };
    }

    private static String passed(String kind, JsonNode answer) {
        return switch (kind) {
            case Kinds.RETRY_STORMS -> "no retry storm";
            case Kinds.CAPACITY ->
                "supports " + atLeast(answer) + JsonText.of(answer, "max_supported_concurrency")
                        + " concurrent requests";
            default -> "can ship";
        };
    }

    private static String atLeast(JsonNode answer) {
        return JsonText.of(answer, "outcome").equals("at_least") ? "at least " : "";
    }
}
