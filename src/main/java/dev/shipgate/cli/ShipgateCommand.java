package dev.shipgate.cli;

import dev.shipgate.cli.audit.AuditCommand;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.EmptyArguments;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.command.Printable;
import dev.shipgate.cli.decisions.DecisionsCommand;
import dev.shipgate.cli.evaluate.CapacityCommand;
import dev.shipgate.cli.evaluate.CheckCommand;
import dev.shipgate.cli.evaluate.ReadyCommand;
import dev.shipgate.cli.evaluate.RetryStormsCommand;
import dev.shipgate.cli.keys.KeysCommand;
import dev.shipgate.cli.releases.ReleasesCommand;
import dev.shipgate.cli.rules.RulesCommand;
import dev.shipgate.cli.waivers.WaiversCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code shipgate}: without a command the service is started. */
@Command(
        name = "shipgate",
        description = "Decides whether a release can ship. Without a command, starts the service.",
        exitCodeListHeading = "%nExit codes, of every command:%n",
        exitCodeList = {
            "0:yes: it passes, it is well, it is done",
            "1:no: it is blocked, it does not hold",
            "2:the command or its input is wrong",
            "3:the rules or the service failed, so nobody knows"
        },
        footer = {
            "",
            "Examples:",
            "  shipgate check results.json --service voice-agent --environment production",
            "  shipgate ready release.json --url https://shipgate.example.com",
            "  shipgate help check"
        },
        mixinStandardHelpOptions = true,
        versionProvider = ShipgateVersion.class,
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            CapacityCommand.class,
            RetryStormsCommand.class,
            ReadyCommand.class,
            DecisionsCommand.class,
            ReleasesCommand.class,
            RulesCommand.class,
            WaiversCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            TrainCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        })
final class ShipgateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Carries out a command.
     *
     * @return the exit code, one of {@link ExitCode}
     */
    static int execute(String... arguments) {
        return commandLine()
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(arguments);
    }

    /** Ready to execute. Every failure becomes an exit code, and never that of a pass. */
    static CommandLine commandLine() {
        CommandLine shipgate = new CommandLine(new ShipgateCommand());
        exampleOf(shipgate, "help", "shipgate help check");
        exampleOf(shipgate, "generate-completion", "source <(shipgate generate-completion)");
        shipgate.getSubcommands().values().forEach(ShipgateCommand::withoutVersion);
        shipgate.setExecutionStrategy(EmptyArguments::refuse);
        shipgate.setParameterExceptionHandler((wrong, arguments) -> wrongUsage(wrong));
        return shipgate.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailure known) {
                known.lines().forEach(line -> command.getErr().println(Printable.line(line)));
                return known.exitCode();
            }
            command.getErr().println(Printable.line(inWords(failure)));
            return ExitCode.FAILED;
        });
    }

    /**
     * The version is that of the program; after a command it would be taken for that of a release, and end it in
     * silence.
     */
    private static void withoutVersion(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption("--version") != null) {
            spec.remove(spec.findOption("--version"));
        }
        command.getSubcommands().values().forEach(ShipgateCommand::withoutVersion);
    }

    /** Without all of the help, which would push the error message out of sight. */
    private static int wrongUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(Printable.line(String.valueOf(wrong.getMessage())));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        CommandLine.Help help = command.getHelp();
        err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static void exampleOf(CommandLine shipgate, String command, String example) {
        Objects.requireNonNull(shipgate.getSubcommands().get(command))
                .getCommandSpec()
                .usageMessage()
                .footer("", "Example:", "  " + example);
    }

    /** Output that is read by other programs does not depend on the language of the machine. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    private static String inWords(Exception failure) {
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile()
                    + (failure instanceof AccessDeniedException
                            ? ": permission denied."
                            : " cannot be used. Does its folder exist?");
        }
        Throwable cause = failure.getCause();
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return cause == null ? message : message + " " + cause.getMessage();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
