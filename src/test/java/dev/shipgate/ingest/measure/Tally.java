package dev.shipgate.ingest.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sink that keeps what it is told, of few samples. */
public final class Tally implements ResultSink {

    /** Durations of a name, in the unit of the file. */
    public final Map<String, List<Long>> durations = new TreeMap<>();

    /** Failures of a name. */
    public final Map<String, Integer> failures = new TreeMap<>();

    /** Successes of a name that their status contradicts. */
    public final Map<String, Long> contradictingStatus = new TreeMap<>();

    /** Starts, in the order of the file. */
    public final List<Long> startsMs = new ArrayList<>();

    public final List<Integer> users = new ArrayList<>();
    public final List<Long> usersAtMs = new ArrayList<>();
    public final List<String> notes = new ArrayList<>();

    /** Such as {@code "3 (1 failed) as they are in no group: login"}. */
    public final List<String> leftOut = new ArrayList<>();

    @Override
    public void sample(String name, long startedAtMs, long duration, TimeUnit unit, boolean failed) {
        durations.computeIfAbsent(name, first -> new ArrayList<>()).add(duration);
        failures.merge(name, failed ? 1 : 0, Integer::sum);
        startsMs.add(startedAtMs);
    }

    @Override
    public void summary(String name, Summary summary) {
        throw new AssertionError("Not told where there are samples: " + name);
    }

    @Override
    public void metric(String name, String field, double value) {
        throw new AssertionError("Not told by any of these formats: " + field);
    }

    @Override
    public void contradictingStatus(String name, long startedAtMs, long requests) {
        contradictingStatus.merge(name, requests, Long::sum);
    }

    @Override
    public void users(long atMs, int active) {
        users.add(active);
        usersAtMs.add(atMs);
    }

    @Override
    public void leftOut(String because, @Nullable String name, long requests, @Nullable Long failed) {
        leftOut.add(requests + " (" + failed + " failed) " + because + (name == null ? "" : ": " + name));
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }
}
