package dev.shipgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.Json;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The output of a command, and its exit code.
 *
 * @param err on standard error
 */
public record CommandRun(int exitCode, String out, String err) {

    public static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        CommandRun run = of(out, arguments);
        return new CommandRun(run.exitCode, out.toString(), run.err);
    }

    /** Onto a disk that is full. */
    static CommandRun printedInVain(String... arguments) throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            return of(new OutputStreamWriter(full, StandardCharsets.UTF_8), arguments);
        }
    }

    private static CommandRun of(Writer out, String... arguments) {
        StringWriter err = new StringWriter();
        int exitCode = ShipgateCommand.commandLine()
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, "", err.toString());
    }

    /** Checks a request in a file. */
    public static CommandRun ofCheck(String file, String... more) {
        return of(Stream.concat(Stream.of("check", file), Stream.of(more)).toArray(String[]::new));
    }

    public JsonNode json() {
        return Json.json(out);
    }
}
