package dev.shipgate.ingest.measure;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Receives the measurements in a file. Names are those of the tool: a sink finds their routes by the mapping. A form
 * with a row for each request reports samples, one with figures that the tool calculated reports summaries, never both
 * for one name.
 */
public interface ResultSink {

    /**
     * The name for all requests of a file that does not tell them apart. The mapping or the caller says which route it
     * is.
     */
    String WHOLE_TEST = "";

    /**
     * One request.
     *
     * @param startedAtMs when it started, in milliseconds since 1970; 0 where the file does not say
     * @param duration how long it took, 0 or more
     * @param unit of the duration: the one that the tool measures in, and the same for all samples of a file
     */
    void sample(String name, long startedAtMs, long duration, TimeUnit unit, boolean failed);

    /** The figures that the tool calculated of all requests of one name. */
    void summary(String name, Summary summary);

    /** Another number for a name, such as a metric of the test's own. */
    void metric(String name, String field, double value);

    /**
     * Of the requests that were reported as samples or in a summary: how many the tool calls a success although their
     * status is 400 or more, or there was no response. The numbers of a route add up to its
     * {@code contradicting_status}. A request that the tool calls a failure counts in the error rate, and not here.
     *
     * @param startedAtMs when they started, as the samples say; 0 for those of a summary
     * @param requests how many they are, 0 or more
     */
    void contradictingStatus(String name, long startedAtMs, long requests);

    /** From some time on, so many users were active. Only for forms that say so. */
    default void users(long atMs, int users) {}

    /**
     * Requests that the reader leaves out by itself, such as those of no route: they are added up by why, and reported
     * as "300 requests, 12 of them failed, are left out as they are in no group: login, search." Requests that
     * the mapping leaves out are reported as samples or in a summary all the same, and the sink counts them.
     *
     * @param because why, as it follows "are left out": {@code as they are in no group}. The same words for the same
     *     reason
     * @param name the tool's name for them; null when there is none, or none is worth telling
     * @param requests how many they are, 0 or more
     * @param failed how many of them failed; null when the file does not say
     */
    void leftOut(String because, @Nullable String name, long requests, @Nullable Long failed);

    /** Something that a reader of the verdict should know of this file, as a sentence. */
    void note(String sentence);
}
