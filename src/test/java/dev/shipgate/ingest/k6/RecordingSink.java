package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.testing.SampleFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what a reader tells. */
final class RecordingSink implements ResultSink {

    record Sample(String name, long startedAtMs, long micros, boolean failed) {}

    record Users(long atMs, int users) {}

    final List<Sample> samples = new ArrayList<>();
    final Map<String, Summary> summaries = new LinkedHashMap<>();
    final Map<String, Double> metrics = new LinkedHashMap<>();
    final Map<String, Long> contradictingStatus = new LinkedHashMap<>();
    final List<Users> users = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    /** Such as {@code "3 (1 failed) as they are in no group: login"}. */
    final List<String> leftOut = new ArrayList<>();

    private final Provenance provenance;

    private RecordingSink(InputStream file, Mapping mapping) throws IOException {
        this.provenance = new K6().read(file, mapping, this);
    }

    static RecordingSink of(String file) {
        return of(file, Mapping.none());
    }

    static RecordingSink of(String file, Mapping mapping) {
        return of(file.getBytes(StandardCharsets.UTF_8), mapping);
    }

    static RecordingSink of(byte[] file, Mapping mapping) {
        try {
            return new RecordingSink(new ByteArrayInputStream(file), mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping in YAML. */
    static Mapping mapping(String yaml) {
        return Mapping.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** One of the files that were made after k6's sources, all of one made-up test. */
    static byte[] file(String name) {
        return SampleFiles.read("k6/" + name);
    }

    Provenance provenance() {
        return provenance;
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
