package dev.shipgate.ingest.tool;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Set;

/** Answers to a mapping that wants data that the files of a tool do not have. */
public final class Unsupported {

    private Unsupported() {}

    /**
     * For files that do not tell requests apart.
     *
     * @throws UnreadableResultException when the mapping names a tag, label or column that would tell them apart
     */
    public static void by(String tool, Mapping mapping) {
        String by = mapping.askBy();
        if (by != null) {
            throw new UnreadableResultException("The mapping names routes by \"" + by + "\", but " + tool
                    + " measures one route and does not name it. Leave by out, and say which route it is.");
        }
    }

    /**
     * For files with a row for each request.
     *
     * @throws UnreadableResultException when the mapping names a field that is the percentile
     */
    public static void p95(String tool, Mapping mapping) {
        p95(
                mapping,
                "this form of " + tool
                        + " has a row for each request, of which the percentile is found here. Leave p95 out.");
    }

    /**
     * For files without percentiles of the tool.
     *
     * @param instead how the percentile is found, and advice: sentences, the first of which begins with a small letter
     * @throws UnreadableResultException when the mapping names a field that is the percentile
     */
    public static void p95(Mapping mapping, String instead) {
        String field = mapping.askP95();
        if (field != null) {
            throw new UnreadableResultException("The mapping takes \"" + field + "\" as p95, but " + instead);
        }
    }

    /**
     * For tools that have no metrics of a test's own: the fields that want one are not measured.
     *
     * @throws UnreadableResultException when a route wants one, which would then not be measured at all
     */
    public static void metrics(String tool, Mapping mapping, ResultSink sink) {
        trends(tool, mapping);
        Set<String> fields = mapping.askMetrics().keySet();
        if (!fields.isEmpty()) {
            sink.note(tool + " writes no metrics of a test's own, so that these are not measured: "
                    + String.join(", ", fields) + ".");
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
