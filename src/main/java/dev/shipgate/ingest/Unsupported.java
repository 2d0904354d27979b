package dev.shipgate.ingest;

/** Answers to a mapping that wants of a tool what its files do not have. */
public final class Unsupported {

    private Unsupported() {}

    /**
     * For files that do not tell requests apart.
     *
     * @throws UnreadableResultException when the mapping says by what they do
     */
    public static void by(String tool, Mapping mapping) {
        if (mapping.by() != null) {
            throw new UnreadableResultException("The mapping names routes by \"" + mapping.by() + "\", but " + tool
                    + " measures one route and does not name it. Leave by out, and say which route it is.");
        }
    }

    /**
     * For files with a row for each request.
     *
     * @throws UnreadableResultException when the mapping names a field that is the percentile
     */
    public static void p95(String tool, Mapping mapping) {
        if (mapping.p95() != null) {
            throw new UnreadableResultException("The mapping takes \"" + mapping.p95() + "\" as p95, but this form of "
                    + tool + " has a row for each request, of which the percentile is found here. Leave p95 out.");
        }
    }

    /**
     * For tools that have no metrics of a test's own: the fields that want one are not measured.
     *
     * @throws UnreadableResultException when a route wants one, which would then not be measured at all
     */
    public static void metrics(String tool, Mapping mapping, ResultSink sink) {
        trends(tool, mapping);
        if (!mapping.metrics().isEmpty()) {
            sink.note(tool + " writes no metrics of a test's own, so that these are not measured: "
                    + String.join(", ", mapping.metrics().keySet()) + ".");
        }
    }

    /** For forms in which no metric of a test's own can be a route. */
    public static void trends(String form, Mapping mapping) {
        if (!mapping.trends().isEmpty()) {
            throw new UnreadableResultException("The mapping has a route that the metric \""
                    + mapping.trends().get(0).metric() + "\" measures, but " + form
                    + " has none that could. Only summaries of k6 have.");
        }
    }
}
