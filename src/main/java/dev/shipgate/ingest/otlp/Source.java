package dev.shipgate.ingest.otlp;

/**
 * The origin of a route's measurements.
 *
 * @param service its {@code service.name}
 * @param scope the instrumentation: two in one service count each request twice
 */
record Source(String service, String scope) {

    @Override
    public String toString() {
        return "\"" + service + "\" (scope \"" + scope + "\")";
    }
}
