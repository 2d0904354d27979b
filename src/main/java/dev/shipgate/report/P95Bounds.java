package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;

/** A 95th percentile of latency that is only known within bounds, as text: {@code 25 to 45}, or {@code at least 25}. */
final class P95Bounds {

    private P95Bounds() {}

    /**
     * The bounds that a row has.
     *
     * @param limit the number that stands beside them; missing for none
     * @return the empty text where the row has none
     */
    static String of(JsonNode row, JsonNode limit) {
        String atLeast = JsonText.of(row.path("p95_at_least_ms"), limit);
        String atMost = JsonText.of(row.path("p95_at_most_ms"), limit);
        if (atMost.isEmpty()) {
            return atLeast.isEmpty() ? "" : "at least " + atLeast;
        }
        return atLeast.isEmpty() ? "at most " + atMost : atLeast + " to " + atMost;
    }
}
