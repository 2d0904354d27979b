package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.artillery.Artillery;
import dev.shipgate.ingest.autocannon.Autocannon;
import dev.shipgate.ingest.fortio.Fortio;
import dev.shipgate.ingest.gatling.Gatling;
import dev.shipgate.ingest.ghz.Ghz;
import dev.shipgate.ingest.hey.Hey;
import dev.shipgate.ingest.jmeter.JMeter;
import dev.shipgate.ingest.k6.K6;
import dev.shipgate.ingest.locust.Locust;
import dev.shipgate.ingest.oha.Oha;
import dev.shipgate.ingest.otlp.Otlp;
import dev.shipgate.ingest.prometheus.Prometheus;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.vegeta.Vegeta;
import dev.shipgate.ingest.wrk.Wrk;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All formats, and which one a file has. */
public final class ResultFormats {

    private final List<ResultFormat> all;

    public ResultFormats(List<ResultFormat> all) {
        this.all = List.copyOf(all);
    }

    /** Those of all tools whose results are read. */
    public static ResultFormats all() {
        return new ResultFormats(List.of(
                new K6(),
                new Gatling(),
                new JMeter(),
                new Locust(),
                new Artillery(),
                new Autocannon(),
                new Vegeta(),
                new Hey(),
                new Oha(),
                new Fortio(),
                new Ghz(),
                new Wrk(),
                new Prometheus(),
                new Otlp()));
    }

    /** The names of all formats. */
    public List<String> names() {
        return all.stream().map(ResultFormat::name).toList();
    }

    /**
     * The format of a file, by how it starts.
     *
     * @return empty when it is of none
     * @throws UnreadableResultException when it can be of several
     */
    public Optional<ResultFormat> of(FileStart start) {
        List<ResultFormat> found =
                all.stream().filter(format -> format.recognises(start)).toList();
        if (found.size() > 1) {
            throw new UnreadableResultException(ambiguous(found));
        }
        return found.stream().findFirst();
    }

    /** That a file is none by which one of the tools says that it has no result. */
    void requireNoFailure(FileStart start, byte[] content) throws IOException {
        for (ResultFormat format : all) {
            format.requireNoFailure(start, content);
        }
    }

    /** The sign by which files of each format are recognised. */
    public Map<String, String> lookedFor() {
        Map<String, String> forms = new LinkedHashMap<>();
        all.forEach(format -> forms.put(format.name(), format.lookedFor()));
        return forms;
    }

    /** Whether there is a format of a name whose files take a field each: see {@link ResultFormat#takesFields}. */
    public boolean takesFields(String name) {
        return all.stream().anyMatch(format -> format.name().equals(name) && format.takesFields());
    }

    /**
     * The format of a name.
     *
     * @throws UnreadableResultException when there is none
     */
    public ResultFormat named(String name) {
        return all.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableResultException(
                        "There is no format \"" + name + "\". It must be one of " + String.join(", ", names()) + "."));
    }

    private static String ambiguous(List<ResultFormat> found) {
        return "This can be the result of "
                + found.stream().map(ResultFormat::name).collect(Collectors.joining(" or of "))
                + ". Name the format.";
    }
}
