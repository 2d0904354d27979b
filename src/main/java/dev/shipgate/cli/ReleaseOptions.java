package dev.shipgate.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be released, where the file does not say it. */
final class ReleaseOptions {

    @Option(names = "--service", paramLabel = "NAME", description = "The service that is to be released.")
    private @Nullable String service;

    @Option(names = "--environment", paramLabel = "NAME", description = "Where it is to run.")
    private @Nullable String environment;

    @Option(names = "--release-version", paramLabel = "VERSION", description = "What is to run.")
    private @Nullable String version;

    @Option(
            names = "--label",
            paramLabel = "NAME=TEXT",
            description = "Anything else that the rules may ask for. May be given several times.")
    private Map<String, String> labels = new LinkedHashMap<>();

    /** The fields of a request that were given, by name. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        putIfGiven(fields, "service", service);
        putIfGiven(fields, "environment", environment);
        putIfGiven(fields, "version", version);
        return fields;
    }

    private static void putIfGiven(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** The labels that were given, by name. */
    Map<String, String> labels() {
        return Map.copyOf(labels);
    }
}
