package dev.shipgate.cli.decisions;

import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.command.OutputFile;
import dev.shipgate.cli.remote.ServiceException;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import dev.shipgate.cli.remote.StalledInput;
import dev.shipgate.file.DurableFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shipgate decisions export}. */
@Command(
        name = "export",
        description = "Writes whole records, a line of JSON each (NDJSON), newest first, however many there are.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all are written",
            "2:the command is wrong",
            "3:the service gave no answer, or it broke off; a file is then not written"
        },
        footer = {"", "Example:", "  shipgate decisions export --url http://localhost:8080 --file decisions.ndjson"},
        mixinStandardHelpOptions = true)
final class DecisionsExportCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private DecisionFilterOptions filter = new DecisionFilterOptions();

    @Option(names = "--file", paramLabel = "FILE", description = "Where to; standard output if it is left out.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (file != null) {
            OutputFile target = new OutputFile("--file", file);
            target.requireFolder();
            target.requireNoInput(service.files());
        }
        try (InputStream records =
                new StalledInput(service.client().open(ServiceRequest.getLines(filter.path())), service.timeout())) {
            if (file == null) {
                OutputStream out = new FileOutputStream(FileDescriptor.out);
                records.transferTo(out);
                out.flush();
            } else {
                DurableFile.replace(file, records);
            }
            return ExitCode.PASS;
        } catch (ServiceException e) {
            throw ServiceOptions.failure(e);
        } catch (IOException e) {
            throw CommandFailure.noAnswer("The export is not complete: " + e.getMessage());
        }
    }
}
