package dev.shipgate.ingest.jmeter;

/** The kind of measurement in a row. */
enum RowKind {
    /** A sample by itself. */
    REQUEST("requests", ""),
    /** All samples of a transaction controller together, which have rows of their own too. */
    TRANSACTION(
            "transaction controllers",
            "as they are rows of transaction controllers, whose requests have rows of their own (the mapping may name them)"),
    /** All samples of a transaction controller together, when no row of them was found. */
    TRANSACTION_ALONE("transaction controllers", ""),
    /** A part of a sample, such as the answer of a redirect, which is in the row of the sample too. */
    SUB_RESULT(
            "sub-results, such as redirects,",
            "as they are parts of rows before them, such as redirects (the mapping may name them)");

    private final String plural;
    private final String whyLeftOut;

    RowKind(String plural, String whyLeftOut) {
        this.plural = plural;
        this.whyLeftOut = whyLeftOut;
    }

    /** As it is called in sentences. */
    String plural() {
        return plural;
    }

    /** Why rows of it are left out, as a clause. */
    String whyLeftOut() {
        return whyLeftOut;
    }
}
