package dev.shipgate.ingest.vegeta;

/**
 * One request.
 *
 * @param startedAtMs in milliseconds since 1970
 * @param status of HTTP; 0 when there was no response
 * @param error empty for none
 * @param attack the name of the attack, mostly empty
 * @param method empty where an older vegeta did not write it
 * @param url empty where an older vegeta did not write it
 */
record VegetaRow(long startedAtMs, long status, long nanos, String error, String attack, String method, String url) {

    /** vegeta's own judgement, and any error as well. */
    boolean isFailure() {
        return status < 200 || status >= 400 || !error.isEmpty();
    }
}
