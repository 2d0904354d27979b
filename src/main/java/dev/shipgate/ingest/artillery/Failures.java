package dev.shipgate.ingest.artillery;

/**
 * The failures of the whole test. Artillery counts separately, without saying which of the counted are the same
 * request; so each number is taken as of other requests than the rest, and failures are rather overstated.
 *
 * @param responses of any status
 * @param badStatus responses with a status of 400 or above
 * @param errors requests without a response, and failed captures and matches
 * @param expectations failed expectations that are not about a bad status
 * @param unexplained virtual users that failed, more than there are failures: Artillery ends a user at an error
 */
record Failures(long responses, long badStatus, long errors, long expectations, long unexplained) {

    private static final String CODES = "http.codes.";
    private static final String ERRORS = "errors.";

    /** The plugin expect counts these among its own, too. */
    private static final String EXPECTATION_ERRORS = "errors.Failed expectations for request ";

    private static final String USERS_FAILED = "vusers.failed";

    private static final String EXPECT_FAILED = "plugins.expect.failed";

    static Failures read(ArtilleryReport report) {
        long badStatus = 0;
        long responses = 0;
        long errors = 0;
        for (String counter : report.counterNames()) {
            if (counter.startsWith(CODES)) {
                responses += report.counter(counter);
                badStatus += isBad(counter.substring(CODES.length())) ? report.counter(counter) : 0;
            } else if (counter.startsWith(ERRORS) && !counter.startsWith(EXPECTATION_ERRORS)) {
                errors += report.counter(counter);
            }
        }
        long unanswered = Math.max(0, report.requests() - responses);
        long withoutResponse = Math.max(errors, unanswered);
        long expectations = expectations(report, badStatus);
        long explained = badStatus + withoutResponse + expectations;
        return new Failures(
                responses,
                badStatus,
                withoutResponse,
                expectations,
                Math.max(0, report.counter(USERS_FAILED) - explained));
    }

    /** A failed expectation of the status is about a response with a bad status, as far as there are such. */
    private static long expectations(ArtilleryReport report, long badStatus) {
        long all = report.counter(EXPECT_FAILED);
        long ofStatus = Math.min(all, report.counter(EXPECT_FAILED + ".statusCode"));
        return all - ofStatus + Math.max(0, ofStatus - badStatus);
    }

    static boolean isBad(String status) {
        return !status.matches("[123]\\d\\d");
    }

    long all() {
        return badStatus + errors + expectations;
    }

    /** How many of them are in no endpoint's numbers. */
    long beside(long errorsOfEndpoints) {
        return Math.max(0, errors - errorsOfEndpoints) + expectations;
    }
}
