package dev.shipgate.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate}: without a command the service is started. */
@Command(
        name = "shipgate",
        description = "Decides whether a release can ship. Without a command, starts the service.",
        mixinStandardHelpOptions = true,
        versionProvider = ShipgateVersion.class,
        subcommands = {AuditCommand.class, KeysCommand.class, RulesCommand.class})
final class ShipgateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Carries out a command.
     *
     * @return the exit code, one of {@link ExitCode}
     */
    static int execute(String... arguments) {
        return new CommandLine(new ShipgateCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(inWords(failure));
                    return ExitCode.FAILED;
                })
                .execute(arguments);
    }

    private static String inWords(Exception failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : " " + cause.getMessage());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
