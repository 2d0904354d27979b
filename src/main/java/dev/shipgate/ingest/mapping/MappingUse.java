package dev.shipgate.ingest.mapping;

import dev.shipgate.ingest.measure.BucketBounds;
import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.read.ShortText;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The use of a mapping by the files of one import, and the names of it that they have. Not for several threads. */
public final class MappingUse {

    /** So many names of files are worth telling. */
    private static final int MAX_NAMES_KEPT = 11;

    /** The entries of a mapping, and the purpose of each. */
    public enum MappingMember {
        ROUTE("route", "a file that measures the test as a whole and names no route"),
        FIELD("field", "an answer of Prometheus that is given without the field that it measures"),
        BY("by", "files in which more than one thing can name routes"),
        ROUTES("routes", "files that name routes"),
        LEAVE_OUT("leave_out", "files that name routes"),
        OTHERS("others", "files that name routes"),
        P95("p95", "files with percentiles that the tool calculated"),
        METRICS("metrics", "files with metrics of the test's own"),
        BUCKETS("buckets_ms", "a percentile that Prometheus calculated of a histogram"),
        LARGEST_BUCKET("largest_bucket_ms", "a percentile that Prometheus calculated of a histogram");

        private final String word;
        private final String isFor;

        MappingMember(String word, String isFor) {
            this.word = word;
            this.isFor = isFor;
        }

        boolean isSaidBy(Mapping mapping) {
            BucketBounds buckets = mapping.buckets();
            return switch (this) {
                case ROUTE -> mapping.route() != null;
                case FIELD -> mapping.field() != null;
                case BY -> mapping.by() != null;
                case ROUTES -> !mapping.routes().isEmpty();
                case LEAVE_OUT -> !mapping.leaveOut().isEmpty();
                case OTHERS -> mapping.others() != Mapping.Others.KEEP;
                case P95 -> mapping.p95() != null;
                case METRICS -> !mapping.metrics().isEmpty();
                case BUCKETS -> buckets != null && buckets.areAll();
                case LARGEST_BUCKET -> buckets != null && !buckets.areAll();
            };
        }

        /** As people write it. */
        public String word() {
            return word;
        }

        /** In which files it is asked for, as a noun. */
        public String isFor() {
            return isFor;
        }
    }

    private final Set<MappingMember> asked = EnumSet.noneOf(MappingMember.class);
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> routes = new HashSet<>();
    private final Set<NamePattern> leftOut = new HashSet<>();

    void ask(MappingMember member) {
        asked.add(member);
    }

    void sees(String name) {
        if (names.size() < MAX_NAMES_KEPT) {
            names.add(ShortText.of(name));
        }
    }

    void finds(String route) {
        routes.add(route);
    }

    void leavesOut(NamePattern pattern) {
        leftOut.add(pattern);
    }

    public boolean isAsked(MappingMember member) {
        return asked.contains(member);
    }

    /** The first names that the files have, and whether there are more. */
    public String names() {
        return LeftOut.shortened(List.copyOf(names));
    }

    /** Whether a name of the files is a route. */
    public boolean isFound(String route) {
        return routes.contains(route);
    }

    /** Whether a name of the files is left out by a pattern. */
    boolean isLeftOut(NamePattern pattern) {
        return leftOut.contains(pattern);
    }
}
