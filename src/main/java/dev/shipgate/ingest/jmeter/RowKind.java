package dev.shipgate.ingest.jmeter;

/** What a row of a table measures. */
enum RowKind {
    /** A sample by itself. */
    REQUEST("requests"),
    /** All samples of a transaction controller together, which have rows of their own too. */
    TRANSACTION("transaction controllers"),
    /** A part of a sample, such as the answer of a redirect, which is in the row of the sample too. */
    SUB_RESULT("sub-results, such as redirects,");

    private final String plural;

    RowKind(String plural) {
        this.plural = plural;
    }

    /** As it is called in sentences. */
    String plural() {
        return plural;
    }
}
