package dev.shipgate.ingest.measure;

import dev.shipgate.ingest.read.ShortText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the requests that are left out of a result, and those of them that failed, by why they are. */
public final class LeftOut {

    private static final int MAX_NAMES_SHOWN = 10;

    private static final int MAX_LENGTH_OF_REPORTED_NAME = 200;

    /**
     * The figures of a name may come one by one, and are put together for so many names; those of others are added up.
     */
    private static final int MAX_NAMES_KEPT = 10_000;

    private static final class Count {

        private final Set<String> names = new LinkedHashSet<>();
        private final Map<String, Summary> summaries = new LinkedHashMap<>();
        private long requests;
        private long failed;
        private long contradictingStatus;
        private boolean knowsFailed = true;
        private boolean knowsRequests = true;
    }

    private final Map<String, Count> byCause = new LinkedHashMap<>();

    /**
     * Adds some.
     *
     * @param because why they are left out, as it follows these words, such as {@code by the mapping}
     * @param name the tool's name for them; null for none
     * @param failed how many of them failed; null when the file does not say
     */
    public void add(String because, @Nullable String name, long requests, @Nullable Long failed) {
        Count count = count(because, name);
        count.requests = added(count.requests, requests);
        count.failed = added(count.failed, failed == null ? 0 : failed);
        count.knowsFailed &= failed != null;
    }

    /** Adds those that a tool summed up; of the same requests there may be several summaries with a figure each. */
    public void add(String because, String name, Summary summary) {
        Map<String, Summary> known = count(because, name).summaries;
        Summary before = known.get(name);
        if (before != null && !before.overlaps(summary)) {
            known.put(name, before.and(summary));
        } else if (before == null && known.size() < MAX_NAMES_KEPT) {
            known.put(name, summary);
        } else {
            addUp(count(because, name), summary);
        }
    }

    /** How many of the requests of a cause the tool calls a success in spite of their status. */
    public void contradictingStatus(String because, long requests) {
        Count count = count(because, null);
        count.contradictingStatus = added(count.contradictingStatus, requests);
    }

    private Count count(String because, @Nullable String name) {
        Count count = byCause.computeIfAbsent(because, first -> new Count());
        if (name != null && count.names.size() <= MAX_NAMES_SHOWN) {
            count.names.add(ShortText.of(name, MAX_LENGTH_OF_REPORTED_NAME));
        }
        return count;
    }

    private static void addUp(Count count, Summary summary) {
        Long samples = summary.samples();
        Double errorRate = summary.errorRate();
        count.knowsRequests &= samples != null;
        if (samples != null) {
            count.requests = added(count.requests, samples);
            count.failed = added(count.failed, errorRate == null ? 0 : Math.round(errorRate * samples));
            count.knowsFailed &= errorRate != null || samples == 0;
        }
    }

    /** At most the largest number, whatever a file claims. */
    private static long added(long sum, long more) {
        return more > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + more;
    }

    /** A sentence for each cause, in the order in which they first came. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        byCause.forEach((because, count) -> {
            count.summaries.values().forEach(summary -> addUp(count, summary));
            count.summaries.clear();
            notes.add(requests(count) + " left out " + because + names(count.names) + "." + contradicting(count));
        });
        return notes;
    }

    private static String requests(Count count) {
        if (!count.knowsRequests) {
            return "Requests, whose number the file does not say, are";
        }
        return count.requests == 1
                ? "1 request, " + outcome(count, "which did not fail", "which failed") + ", is"
                : count.requests + " requests, "
                        + outcome(count, "none of them failed", count.failed + " of them failed") + ", are";
    }

    private static String contradicting(Count count) {
        return count.contradictingStatus == 0
                ? ""
                : " The tool calls " + count.contradictingStatus + " of them a success, but their status is that of a "
                        + "failure, or there was no response.";
    }

    private static String outcome(Count count, String ifNoneFailed, String ifSomeFailed) {
        if (!count.knowsFailed) {
            return "of which the file does not say how many failed";
        }
        return count.failed == 0 ? ifNoneFailed : ifSomeFailed;
    }

    private static String names(Set<String> names) {
        return names.isEmpty() ? "" : ": " + shortened(List.copyOf(names));
    }

    /** The first names, and whether there are more. */
    public static String shortened(List<String> names) {
        return names.size() <= MAX_NAMES_SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MAX_NAMES_SHOWN)) + ", and others";
    }
}
