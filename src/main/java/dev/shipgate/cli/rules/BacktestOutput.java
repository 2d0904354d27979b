package dev.shipgate.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.OutputFile;
import dev.shipgate.report.backtest.BacktestMarkdown;
import dev.shipgate.report.backtest.BacktestText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which forms the outcome of a backtest is told, and where. */
final class BacktestOutput {

    /** The forms, by the names that they have on the command line. */
    enum BacktestForm {
        text,
        markdown,
        json
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What is printed: text, markdown or json; text if it is left out.")
    private BacktestForm format = BacktestForm.text;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "Also write the outcome to a file. May be given several times.")
    private Map<BacktestForm, Path> files = new EnumMap<>(BacktestForm.class);

    /**
     * Makes sure that the files can be written, and are none of those that are read.
     *
     * @throws CommandFailure when one is not
     */
    void check(List<Path> inputs, Path rules) throws IOException {
        for (Path file : files.values()) {
            OutputFile target = new OutputFile("--output", file);
            target.requireFolder();
            target.requireNoInput(inputs);
            target.requireOutside(rules);
        }
    }

    /**
     * Prints and writes the outcome.
     *
     * @throws CommandFailure when it could not be printed
     */
    void write(JsonNode result) throws IOException {
        for (Map.Entry<BacktestForm, Path> file : files.entrySet()) {
            new OutputFile("--output", file.getValue())
                    .write(told(file.getKey(), result).getBytes(UTF_8));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(told(format, result));
        CommandOutput.requireWritten(out);
    }

    private static String told(BacktestForm form, JsonNode result) throws IOException {
        return switch (form) {
            case text -> BacktestText.write(result);
            case markdown -> BacktestMarkdown.write(result);
            case json -> CommandJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n";
        };
    }
}
