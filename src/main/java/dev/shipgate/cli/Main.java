package dev.shipgate.cli;

import dev.shipgate.cli.command.ExitCode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or carries out the command that is given. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            System.exit(exitCode(arguments));
        }
    }

    private static int exitCode(String... arguments) {
        try {
            return ShipgateCommand.execute(arguments);
        } catch (Error e) {
            // Such as too little memory, which the platform would make the exit code of a release that is blocked.
            System.err.println(e);
            return ExitCode.FAILED;
        }
    }
}
