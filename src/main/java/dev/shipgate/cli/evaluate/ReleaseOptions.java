package dev.shipgate.cli.evaluate;

import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.ingest.request.ReleaseFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for fields of the release that the file lacks. */
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
            converter = Label.class,
            description = "Anything else that the rules may ask for. May be given several times.")
    private List<String> labels = new ArrayList<>();

    /**
     * The fields that were given.
     *
     * @throws CommandFailure when a label has two values
     */
    ReleaseFields fields() {
        return ReleaseFields.of(service, environment, version, ReleaseFields.labels(labels, detail -> {
            throw CommandFailure.badInput("--label " + detail);
        }));
    }

    /** A name and a text, as in {@code track=canary}. */
    private static final class Label implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!ReleaseFields.isLabel(text)) {
                throw new TypeConversionException("must be " + ReleaseFields.A_LABEL + ", but is \"" + text + "\"");
            }
            return text;
        }
    }
}
