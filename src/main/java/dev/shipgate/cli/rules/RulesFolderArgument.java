package dev.shipgate.cli.rules;

import dev.shipgate.policy.RulesOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The folder of rules that a command works on. */
public final class RulesFolderArgument {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "rules",
            description = "The folder of the rules; rules if it is left out.")
    private Path directory = Path.of("rules");

    /** The folder; throws {@link ParameterException} when there is none. */
    public Path existing() {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + directory + ".");
        }
        requireWhole();
        return directory;
    }

    /** A user who tests the rules of one evaluation names its folder, and the rules of the others belong to them. */
    private void requireWhole() {
        Path folder = directory.toAbsolutePath().normalize();
        List<String> names = StandaloneEvaluations.all().stream()
                .map(RulesOwner::rulesFolder)
                .toList();
        boolean isOfOneEvaluation = names.contains(String.valueOf(folder.getFileName()))
                && names.stream().noneMatch(name -> Files.isDirectory(folder.resolve(name)));
        if (isOfOneEvaluation) {
            throw new ParameterException(
                    spec.commandLine(),
                    directory + " has the rules of one evaluation alone, and all are read together. Maybe "
                            + Objects.requireNonNullElse(directory.getParent(), "..") + "?");
        }
    }
}
