package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.locust.LocustHistory;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.StepFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of files that have the steps of a step-load test, and which one a file has. */
public final class StepFormats {

    private final List<StepFormat> all;

    private StepFormats(List<StepFormat> all) {
        this.all = all;
    }

    /** Those of all tools that write such files. */
    public static StepFormats ofTools() {
        return new StepFormats(List.of(new LocustHistory()));
    }

    /** The same, behind a format that is no tool's. */
    public StepFormats behind(StepFormat own) {
        return new StepFormats(Stream.concat(Stream.of(own), all.stream()).toList());
    }

    /** The names of all formats. */
    public List<String> names() {
        return all.stream().map(StepFormat::name).toList();
    }

    /** The format of a file, by how it starts; empty when it is of none. */
    public Optional<StepFormat> of(FileStart start) {
        return all.stream().filter(format -> format.recognises(start)).findFirst();
    }

    /** The format of a name; empty when there is none. */
    public Optional<StepFormat> named(String name) {
        return all.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** The sign by which files of each format are recognised. */
    public Map<String, String> lookedFor() {
        Map<String, String> forms = new LinkedHashMap<>();
        all.forEach(format -> forms.put(format.name(), format.lookedFor()));
        return forms;
    }
}
