package dev.shipgate.ingest.mapping;

import dev.shipgate.ingest.mapping.MappingUse.MappingMember;
import dev.shipgate.ingest.measure.BucketBounds;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.RouteMeasurement;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.json.InvalidBodyException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The wanted parts of a tool's file, and their names.
 *
 * @param route the route of a file that does not tell requests apart; null for none
 * @param field the field of a route for the figures of a file that does not name their field; null for none
 * @param by the tag, label, attribute or column that names routes; null for the one that is usual with the tool
 * @param routes which names are which route
 * @param leaveOut which names are no route, such as a login before the test
 * @param others the treatment of all other names
 * @param p95 the tool's field that is the 95th percentile; null for the usual one
 * @param metrics fields of routes that come from metrics of the test's own
 * @param buckets those of a histogram of which a percentile was calculated; null when nobody said
 * @param deadline until when names are looked up
 * @param use receives the entries that are asked of it: an entry that nobody asks for is refused, as the caller would
 *     believe that it holds
 */
public record Mapping(
        @Nullable String route,
        @Nullable String field,
        @Nullable String by,
        Map<String, List<NamePattern>> routes,
        List<NamePattern> leaveOut,
        Others others,
        @Nullable String p95,
        Map<String, MetricMapping> metrics,
        @Nullable BucketBounds buckets,
        Deadline deadline,
        MappingUse use) {

    /** The treatment of names that the mapping does not have. */
    public enum Others {
        /** Each is a route of that name. */
        KEEP,
        /** They are left out. */
        LEAVE_OUT,
        /** The file is refused. */
        REFUSE
    }

    /** Fields that only a tool's own measurement may fill. */
    public static final Set<String> MEASURED = Set.of(
            "p95_ms",
            "p95_at_least_ms",
            "p95_at_most_ms",
            P95.LOW_MS,
            P95.HIGH_MS,
            "error_rate",
            "samples",
            Summary.FAILED,
            RouteMeasurement.CONTRADICTING_STATUS);

    /** A longer name holds something else, and would be looked at for too long. */
    private static final int MAX_NAME_LENGTH = 4_000;

    /** One that says nothing: every name is its own route. */
    public static Mapping none() {
        return new Mapping(
                null,
                null,
                null,
                Map.of(),
                List.of(),
                Others.KEEP,
                null,
                Map.of(),
                null,
                Deadline.NONE,
                new MappingUse());
    }

    /**
     * Reads a mapping in YAML or JSON.
     *
     * @throws InvalidBodyException with all that is wrong
     */
    public static Mapping read(byte[] text) {
        return MappingReader.read(text);
    }

    /** The routes that metrics of the test's own measure. */
    public List<TrendMapping> trends() {
        return routes.values().stream()
                .flatMap(List::stream)
                .flatMap(pattern -> Stream.ofNullable(pattern.trend()))
                .toList();
    }

    /** Its field, which is then heard. */
    public @Nullable String askField() {
        ask(MappingMember.FIELD);
        return field;
    }

    /** The tag, label, attribute or column that names routes, which is then heard. */
    public @Nullable String askBy() {
        ask(MappingMember.BY);
        return by;
    }

    /** The field that is the 95th percentile, which is then heard. */
    public @Nullable String askP95() {
        ask(MappingMember.P95);
        return p95;
    }

    /** Its fields that come from metrics of the test's own, which are then heard. */
    public Map<String, MetricMapping> askMetrics() {
        ask(MappingMember.METRICS);
        return metrics;
    }

    /** Its buckets of a histogram, which are then heard. */
    public @Nullable BucketBounds askBuckets() {
        ask(MappingMember.BUCKETS);
        ask(MappingMember.LARGEST_BUCKET);
        return buckets;
    }

    private void ask(MappingMember member) {
        if (member.isSaidBy(this)) {
            use.ask(member);
        }
    }

    /** The entries that it has. */
    public Set<MappingMember> said() {
        Set<MappingMember> said = EnumSet.allOf(MappingMember.class);
        said.removeIf(member -> !member.isSaidBy(this));
        return said;
    }

    /** The same, with the options that the caller gives beside it; null for each that they do not give. */
    public Mapping with(@Nullable String wholeTest, @Nullable String namedBy) {
        return new Mapping(
                wholeTest == null ? route : wholeTest,
                field,
                namedBy == null ? by : namedBy,
                routes,
                leaveOut,
                others,
                p95,
                metrics,
                buckets,
                deadline,
                new MappingUse());
    }

    /** The same, for a file that measures one field. */
    Mapping forField(String measured) {
        return new Mapping(route, measured, by, routes, leaveOut, others, p95, metrics, buckets, deadline, use);
    }

    /** The same, whose names are looked up until some time. */
    public Mapping until(Deadline end) {
        return new Mapping(route, field, by, routes, leaveOut, others, p95, metrics, buckets, end, use);
    }

    /** The same, with all other names left out. */
    public Mapping ofNamesAlone() {
        return new Mapping(route, field, by, routes, leaveOut, Others.LEAVE_OUT, p95, metrics, buckets, deadline, use);
    }

    /** The same, for one of several files. */
    public Mapping of(ResultFile file) {
        return file.field() == null ? this : forField(file.field());
    }

    /**
     * The route that a name of the tool is about.
     *
     * @return empty when it is to be left out
     * @throws UnreadableResultException when nobody says which route it is, or two are said
     */
    public Optional<String> routeOf(String name) {
        if (name.equals(ResultSink.WHOLE_TEST)) {
            return Optional.of(routeOfWholeTest());
        }
        deadline.check();
        requireModestLength(name);
        Stream.of(MappingMember.ROUTES, MappingMember.LEAVE_OUT, MappingMember.OTHERS)
                .forEach(this::ask);
        use.sees(name);
        if (leavesOut(name)) {
            return Optional.empty();
        }
        List<String> found = routes.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(pattern -> pattern.matches(name)))
                .map(Map.Entry::getKey)
                .toList();
        found.forEach(use::finds);
        if (found.size() > 1) {
            throw new UnreadableResultException("The mapping says that \"" + name + "\" is "
                    + String.join(" and ", found) + ". It can be one route only.");
        }
        return found.isEmpty() ? other(name) : Optional.of(found.get(0));
    }

    private void requireModestLength(String name) {
        if (name.length() > MAX_NAME_LENGTH && !(routes.isEmpty() && leaveOut.isEmpty())) {
            throw new UnreadableResultException("The name \"" + ShortText.of(name) + "\" has " + name.length()
                    + " characters. With a mapping it must have at most " + MAX_NAME_LENGTH + ".");
        }
    }

    /** Whether it says that a name is to be left out. */
    boolean leavesOut(String name) {
        List<NamePattern> found =
                leaveOut.stream().filter(pattern -> pattern.matches(name)).toList();
        found.forEach(use::leavesOut);
        return !found.isEmpty();
    }

    private String routeOfWholeTest() {
        ask(MappingMember.ROUTE);
        if (route == null) {
            throw new UnreadableResultException(
                    "The file measures the test as a whole and names no route. Say which route it is: route=... in the "
                            + "request, --route on the command line, or route in the mapping.");
        }
        return route;
    }

    private Optional<String> other(String name) {
        return switch (others) {
            case KEEP -> Optional.of(name);
            case LEAVE_OUT -> Optional.empty();
            case REFUSE ->
                throw new UnreadableResultException("The mapping does not say which route \"" + name
                        + "\" is, and refuses others. Add it to a route, or to leave_out.");
        };
    }
}
