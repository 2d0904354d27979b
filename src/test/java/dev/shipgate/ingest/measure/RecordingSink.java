package dev.shipgate.ingest.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sink that keeps everything that a reader reports, for files of few samples. */
public class RecordingSink implements ResultSink {

    public record Sample(String name, long startedAtMs, long micros, boolean failed) {}

    public record Users(long atMs, int users) {}

    /** In the order of the file. */
    public final List<Sample> samples = new ArrayList<>();

    public final Map<String, Summary> summaries = new LinkedHashMap<>();

    /** By the name and the field, as in {@code "login cost_usd"}. */
    public final Map<String, Double> metrics = new LinkedHashMap<>();

    /** Successes of a name that their status contradicts. */
    public final Map<String, Long> contradictingStatus = new LinkedHashMap<>();

    public final List<Users> users = new ArrayList<>();
    public final List<String> notes = new ArrayList<>();

    /** Such as {@code "3 (1 failed) as they are in no group: login"}. */
    public final List<String> leftOut = new ArrayList<>();

    /** Durations in milliseconds, by name. */
    public Map<String, List<Long>> durationsMs() {
        Map<String, List<Long>> durations = new TreeMap<>();
        samples.forEach(sample -> durations
                .computeIfAbsent(sample.name(), first -> new ArrayList<>())
                .add(TimeUnit.MICROSECONDS.toMillis(sample.micros())));
        return durations;
    }

    /** How many samples failed, by name. */
    public Map<String, Integer> failures() {
        Map<String, Integer> failures = new TreeMap<>();
        samples.forEach(sample -> failures.merge(sample.name(), sample.failed() ? 1 : 0, Integer::sum));
        return failures;
    }

    /** When samples started, in the order of the file. */
    public List<Long> startsMs() {
        return samples.stream().map(Sample::startedAtMs).toList();
    }

    /** How many users there were, at each change. */
    public List<Integer> userCounts() {
        return users.stream().map(Users::users).toList();
    }

    /** When their number changed. */
    public List<Long> usersAtMs() {
        return users.stream().map(Users::atMs).toList();
    }

    @Override
    public void sample(String name, long startedAtMs, long duration, TimeUnit unit, boolean failed) {
        samples.add(new Sample(name, startedAtMs, unit.toMicros(duration), failed));
    }

    @Override
    public void summary(String name, Summary summary) {
        summaries.put(name, summary);
    }

    @Override
    public void metric(String name, String field, double value) {
        metrics.put(name + " " + field, value);
    }

    @Override
    public void contradictingStatus(String name, long startedAtMs, long requests) {
        contradictingStatus.merge(name, requests, Long::sum);
    }

    @Override
    public void users(long atMs, int count) {
        users.add(new Users(atMs, count));
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
