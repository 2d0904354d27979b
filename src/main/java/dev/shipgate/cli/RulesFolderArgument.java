package dev.shipgate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The folder of rules that a command works on. */
final class RulesFolderArgument {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "rules",
            description = "The folder of the rules; rules if it is left out.")
    private Path directory = Path.of("rules");

    /** The folder; throws {@link ParameterException} when there is none. */
    Path existing() {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + directory + ".");
        }
        return directory;
    }
}
