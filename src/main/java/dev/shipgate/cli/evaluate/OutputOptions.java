package dev.shipgate.cli.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.rules.StandaloneEvaluations;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.report.AnswerVerdict;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.Subject;
import dev.shipgate.report.format.ReportFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** In which forms a verdict is told, and where. */
final class OutputOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = ReportTarget.FormatConverter.class,
            completionCandidates = ReportTarget.Formats.class,
            description = "What is printed: text, json, markdown, junit-xml, sarif, csv or github; text if it is left "
                    + "out.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = ReportTarget.Converter.class,
            description = "Also write the verdict to a file. May be given several times. An old file is deleted first, "
                    + "so that without a verdict there is none.")
    private List<ReportTarget> targets = new ArrayList<>();

    /**
     * Deletes the verdicts that an earlier command wrote to the same files.
     *
     * @param inputs the files that are read
     * @param rules the folder of the rules
     * @throws CommandFailure when a file is one of the inputs, lies in the folder of the rules or in a folder that is
     *     missing, or is named twice; nothing is deleted then
     */
    void removeOld(List<Path> inputs, Path rules) throws IOException {
        Set<Path> files = new HashSet<>();
        for (ReportTarget target : targets) {
            target.requireNoInput(inputs, rules);
            if (!files.add(target.file().toAbsolutePath().normalize())) {
                throw CommandFailure.badInput(
                        "--output names " + target.file() + " more than once. Give each form a file of its own.");
            }
        }
        for (ReportTarget target : targets) {
            target.removeOld();
        }
    }

    /**
     * Prints and writes a verdict.
     *
     * @param request the request that was evaluated
     * @param page the address of a page that shows the decision; null when there is none
     * @throws CommandFailure when it could not be printed
     */
    void write(String kind, byte[] request, JsonNode answer, @Nullable String page) throws IOException {
        String subject = subject(request);
        ReportedKind reported = StandaloneEvaluations.named().reported(kind);
        for (ReportTarget target : targets) {
            target.write(target.format().write(reported, answer, subject, page));
        }
        String report = new String(format.write(reported, answer, subject, page), UTF_8);
        if (format == ReportFormat.TEXT) {
            report = coloured(report, AnswerVerdict.of(answer));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(report.endsWith("\n") ? report : report + "\n");
        CommandOutput.requireWritten(out);
    }

    /** The first line is the verdict. */
    private String coloured(String report, AnswerVerdict verdict) {
        if (!spec.commandLine().getColorScheme().ansi().enabled()) {
            return report;
        }
        IStyle[] style = {Style.bold, verdict == AnswerVerdict.PASS ? Style.fg_green : Style.fg_red};
        int end = report.indexOf('\n');
        return Ansi.Style.on(style) + report.substring(0, end) + Ansi.Style.off(style) + report.substring(end);
    }

    private static String subject(byte[] request) {
        JsonObject said = StrictJson.object(request);
        return Subject.of(said.string("service"), said.string("version"), said.string("environment"));
    }
}
