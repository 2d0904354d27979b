package dev.shipgate.cli.evaluate;

import dev.shipgate.cli.command.CommandFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
            converter = Label.Converter.class,
            description = "Anything else that the rules may ask for. May be given several times.")
    private List<Label> labels = new ArrayList<>();

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

    /**
     * The labels that were given, by name.
     *
     * @throws CommandFailure when one has two values
     */
    Map<String, String> labels() {
        Map<String, String> byName = new LinkedHashMap<>();
        for (Label label : labels) {
            String other = byName.putIfAbsent(label.name(), label.value());
            if (other != null && !other.equals(label.value())) {
                throw CommandFailure.badInput("--label gives " + label.name() + " twice, as \"" + other + "\" and as \""
                        + label.value() + "\". Which one is meant?");
            }
        }
        return byName;
    }

    /** A name and a text, as in {@code track=canary}. */
    private record Label(String name, String value) {

        /** Reads one. */
        static final class Converter implements ITypeConverter<Label> {

            @Override
            public Label convert(String text) {
                int end = text.indexOf('=');
                if (end < 1) {
                    throw new TypeConversionException(
                            "must be a name and a value, as in track=canary, but is \"" + text + "\"");
                }
                return new Label(text.substring(0, end), text.substring(end + 1));
            }
        }
    }
}
