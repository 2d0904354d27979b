package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.mapping.NameLookup;
import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.RouteMeasurement;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a run into steps of one length. A request belongs to the step in which it started, and the concurrency of a step
 * is the median of its seconds: so a ramp between two steps, and users that come and go, do not change it.
 */
final class StepMeasurements implements ResultSink {

    /** A run of more steps is cut too finely. */
    private static final int MAX_STEPS = 1_000;

    private static final long MAX_RUN_MS = 7L * 24 * 3_600 * 1_000;

    private final LeftOut leftOut = new LeftOut();
    private final NameLookup names;
    private final StepPlan plan;
    private final NavigableMap<Integer, RouteMeasurement> steps = new TreeMap<>();

    /** How many users there were at the end of a second of the run, where that changed. */
    private final NavigableMap<Long, Integer> usersBySecond = new TreeMap<>();

    private final List<String> notes = new ArrayList<>();
    private @Nullable Long startMs;
    private long lastMs;

    /** They are of the whole run, and so of no step. */
    private boolean hasMetrics;

    /** All requests of a step count together, so that nobody needs to say which route a test as a whole is. */
    StepMeasurements(Mapping mapping, StepPlan plan) {
        this.names = new NameLookup(mapping, leftOut);
        this.plan = plan;
    }

    @Override
    public void sample(String name, long startedAtMs, long duration, TimeUnit unit, boolean failed) {
        RouteMeasurement.requireDuration(name, duration, unit);
        if (name.equals(ResultSink.WHOLE_TEST)
                || names.routeOfSample(name, failed).isPresent()) {
            step(startedAtMs).sample(name, duration, unit, failed);
        }
    }

    @Override
    public void contradictingStatus(String name, long startedAtMs, long requests) {
        if (name.equals(ResultSink.WHOLE_TEST)
                || names.routeOfContradicting(name, requests).isPresent()) {
            step(startedAtMs).contradictingStatus(requests);
        }
    }

    @Override
    public void users(long atMs, int users) {
        usersBySecond.put(Math.max(0, sinceStart(atMs)) / 1_000, users);
    }

    @Override
    public void summary(String name, Summary summary) {
        throw new UnreadableResultException(
                "The file has figures of the whole run, which cannot be cut into steps. Import a "
                        + "form with a row for each request, or a table with the columns concurrency, p95_ms and error_rate.");
    }

    @Override
    public void metric(String name, String field, double value) {
        hasMetrics = true;
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void leftOut(String because, @Nullable String name, long requests, @Nullable Long failed) {
        leftOut.add(because, name, requests, failed);
    }

    private long sinceStart(long atMs) {
        if (atMs <= 0) {
            throw new UnreadableResultException(
                    "The file does not say when a request started, so that it belongs to no step.");
        }
        if (startMs == null) {
            startMs = atMs;
        }
        lastMs = Math.max(lastMs, atMs);
        if (lastMs - startMs > MAX_RUN_MS) {
            throw new UnreadableResultException("The run lasts longer than a week. Are all of its times of one clock?");
        }
        return atMs - startMs;
    }

    private RouteMeasurement step(long startedAtMs) {
        // The request that a tool writes first need not have started first.
        long index = Math.max(0, sinceStart(startedAtMs)) / plan.stepMs();
        if (index >= MAX_STEPS) {
            throw new UnreadableResultException("The run has more than " + MAX_STEPS + " steps of "
                    + plan.stepMs() / 1_000 + " s. Give longer steps.");
        }
        return steps.computeIfAbsent((int) index, first -> new RouteMeasurement());
    }

    /** The steps as a request has them. */
    ArrayNode steps() {
        if (startMs == null || steps.isEmpty()) {
            throw new UnreadableResultException("The file has no request.");
        }
        int count = wholeSteps(startMs);
        requireConcurrencyOf(count);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < count; index++) {
            ObjectNode step = array.addObject().put("concurrency", concurrency(index));
            step.setAll(steps.getOrDefault(index, new RouteMeasurement()).toJson());
        }
        return array;
    }

    /** The requests after the last step of full length, such as those of users who finish, are no step. */
    private int wholeSteps(long start) {
        int count = steps.lastKey() + 1;
        long inLastMs = lastMs - start - (count - 1) * plan.stepMs();
        if (count > 1 && inLastMs < plan.stepMs() / 2) {
            RouteMeasurement last = steps.lastEntry().getValue();
            leftOut.add(
                    "as the last " + Math.round(inLastMs / 1_000.0) + " s of the run are no whole step",
                    null,
                    last.samples(),
                    last.failed());
            return count - 1;
        }
        return count;
    }

    private void requireConcurrencyOf(int count) {
        if (!plan.concurrency().isEmpty() && plan.concurrency().size() != count) {
            throw new UnreadableResultException("The run has " + count + " steps of " + plan.stepMs() / 1_000
                    + " s, but " + plan.concurrency().size() + " concurrencies are given.");
        }
        if (plan.concurrency().isEmpty() && usersBySecond.isEmpty()) {
            throw new UnreadableResultException(
                    "The file does not say how many users there were. Give the concurrency of each step.");
        }
    }

    private int concurrency(int index) {
        if (!plan.concurrency().isEmpty()) {
            return plan.concurrency().get(index);
        }
        long firstSecond = index * plan.stepMs() / 1_000;
        long lastSecond = (index + 1) * plan.stepMs() / 1_000;
        List<Integer> users = new ArrayList<>();
        for (long second = firstSecond; second < lastSecond; second++) {
            Map.Entry<Long, Integer> known = usersBySecond.floorEntry(second);
            users.add(known == null ? 0 : known.getValue());
        }
        users.sort(null);
        return users.get(users.size() / 2);
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (hasMetrics) {
            all.add("Metrics of the test's own are of no step, and are not measured.");
        }
        all.addAll(names.notes());
        all.addAll(leftOut.notes());
        return all;
    }
}
