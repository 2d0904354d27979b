package dev.shipgate.cli.keys;

import dev.shipgate.access.AccessConfig;
import dev.shipgate.cli.command.CommandConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option for the file of keys: the given one, or that of the service. */
final class KeyFileOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The file of the keys; SHIPGATE_ACCESS_KEYS_FILE if it is left out.")
    private @Nullable Path file;

    Path path() throws IOException {
        if (file != null) {
            return file;
        }
        return CommandConfig.of(AccessConfig.class)
                .getConfigMapping(AccessConfig.class)
                .keysFile()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Which file? Give it with --file, or set SHIPGATE_ACCESS_KEYS_FILE."));
    }

    /** @throws ParameterException when there is no such file */
    Path existing() throws IOException {
        Path path = path();
        if (!Files.exists(path)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + path + ".");
        }
        return path;
    }
}
