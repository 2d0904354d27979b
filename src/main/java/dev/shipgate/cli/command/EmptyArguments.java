package dev.shipgate.cli.command;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** No argument means anything when it is empty: it is that of a variable which is not set, as in {@code "$SERVICE"}. */
public final class EmptyArguments {

    private EmptyArguments() {}

    /**
     * Carries out a command none of whose arguments is empty.
     *
     * @throws ParameterException when one is
     */
    public static int refuse(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            Optional<ArgSpec> empty = command.getParseResult().matchedArgs().stream()
                    .filter(argument -> argument.originalStringValues().contains(""))
                    .findFirst();
            if (empty.isPresent()) {
                throw new ParameterException(
                        command,
                        nameOf(empty.get()) + " is empty. Maybe a variable is not set? Leave it out, or give a value.");
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
