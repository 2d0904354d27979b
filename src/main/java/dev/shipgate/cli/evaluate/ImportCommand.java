package dev.shipgate.cli.evaluate;

import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.ingest.mapping.MappingFolder;
import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportInput;
import dev.shipgate.ingest.request.Importer;
import dev.shipgate.ingest.request.StepPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands for verdicts that take a request of the API, or the results of tools that a request is made of. */
abstract class ImportCommand extends EvaluateCommand {

    /** A file of one field, as in {@code p95_seconds=p95.json}. */
    private static final Pattern OF_FIELD = Pattern.compile("([a-z][a-z0-9_]*)=(.+)", Pattern.DOTALL);

    private static final String FORMATS = "formats";

    private final Importer importer;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Results of a tool, or a request of the API as JSON; - is standard input. A file that does not "
                            + "say what it measures, as one of Prometheus, is given as FIELD=FILE.")
    private List<String> files = List.of();

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            description = "Which tool the results are of; recognised from the content if it is left out.")
    private @Nullable String format;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Which tag, label or column of the tool names routes, where it is not the usual one.")
    private @Nullable String by;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "Which of the tool's names are which route; imports/TOOL.yaml beside the rules if it is left out "
                            + "and there is one.")
    private @Nullable Path mapping;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "What else the request has beside what the tool measured, such as budgets: JSON.")
    private @Nullable Path request;

    ImportCommand(Importer importer) {
        super(importer.kind());
        this.importer = importer;
    }

    /** In the help, where people look for it, and not in each message. */
    @Spec
    void tellWhatIsRead(CommandSpec spec) {
        UsageMessageSpec usage = spec.usageMessage();
        List<String> sections = new ArrayList<>(usage.sectionKeys());
        sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), FORMATS);
        usage.sectionKeys(sections);
        usage.sectionMap()
                .put(
                        FORMATS,
                        help -> String.format("%nTools and forms that are read:%n")
                                + help.createTextTable(importer.lookedFor()));
    }

    /** Which route it is that a file measures as a whole. */
    @Nullable
    String route() {
        return null;
    }

    /** The file of the numbers that the tool does not measure. */
    @Nullable
    Path quality() {
        return null;
    }

    /** How a run is cut into steps. */
    @Nullable
    StepPlan steps() {
        return null;
    }

    @Override
    final byte[] request(Path rules) throws IOException {
        try {
            List<ResultFile> results = new ArrayList<>();
            for (String file : files) {
                results.add(result(file));
            }
            if (isRequest(results)) {
                requireNothingBeside();
                return RequestFiles.bytes(results.get(0));
            }
            return CommandJson.mapper()
                    .writeValueAsBytes(input(results).toRequest(importer, new MappingFolder(rules), Deadline.NONE));
        } catch (UnreadableResultException e) {
            throw CommandFailure.badInput(String.valueOf(e.getMessage()));
        }
    }

    @Override
    final List<Path> inputs() {
        return Stream.concat(
                        files.stream().map(ImportCommand::path),
                        Stream.of(mapping, request, quality()).filter(Objects::nonNull))
                .toList();
    }

    private static Path path(String argument) {
        Matcher ofField = OF_FIELD.matcher(argument);
        return RequestFiles.path(isOfField(argument) && ofField.matches() ? ofField.group(2) : argument);
    }

    /** A file whose own name has such a form is that file. */
    private static boolean isOfField(String argument) {
        return OF_FIELD.matcher(argument).matches() && !Files.exists(Path.of(argument));
    }

    private static ResultFile result(String argument) throws IOException {
        Matcher ofField = OF_FIELD.matcher(argument);
        return isOfField(argument) && ofField.matches()
                ? RequestFiles.result(ofField.group(1), ofField.group(2))
                : RequestFiles.result(null, argument);
    }

    private boolean isRequest(List<ResultFile> results) throws IOException {
        return format == null && results.size() == 1 && importer.isRequest(results.get(0));
    }

    /** An option that would be passed over could have made the verdict a stricter one. */
    private void requireNothingBeside() {
        if (Stream.of(request, mapping, by, quality(), route(), steps()).anyMatch(Objects::nonNull)) {
            throw CommandFailure.badInput("The file is a request of the API already, so that --request, --quality, "
                    + "--mapping, --by, --route and --step-seconds mean nothing. Say it in the file.");
        }
    }

    private ImportInput input(List<ResultFile> results) throws IOException {
        return new ImportInput(
                results,
                format,
                RequestFiles.bytes(mapping),
                null,
                RequestFiles.bytes(quality()),
                RequestFiles.bytes(request),
                route(),
                by,
                steps());
    }
}
