package dev.shipgate.cli.command;

import dev.shipgate.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file that a command writes.
 *
 * @param option by which it is named on the command line, such as {@code --output}
 */
public record OutputFile(String option, Path file) {

    /**
     * That its folder is there: one that is not is mostly misspelt.
     *
     * @throws CommandFailure when it is not
     */
    public void requireFolder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CommandFailure.badInput(option + " names a file in " + folder
                    + ", which is no folder. Make it first, or correct its name.");
        }
    }

    /**
     * Makes sure that it is none of the files that are read, under any name.
     *
     * @param inputs those files; one that is not there is passed over
     * @throws CommandFailure when it is one of them, whose content would be lost
     */
    public void requireNoInput(List<Path> inputs) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (Path input : inputs) {
            if (Files.exists(input) && Files.isSameFile(file, input)) {
                throw wouldOverwrite(input, "which is read");
            }
        }
    }

    /**
     * That it lies outside of a folder of rules, also when it is not there yet: it would be read with them from then
     * on.
     *
     * @throws CommandFailure when it does not
     */
    public void requireOutside(Path rules) throws IOException {
        if (Files.isDirectory(rules) && nearestThatIsThere().toRealPath().startsWith(rules.toRealPath())) {
            throw Files.exists(file)
                    ? wouldOverwrite(file, "which is a file of the rules")
                    : CommandFailure.badInput(option + " would put " + file + " into the folder of the rules, " + rules
                            + ". Give it another folder.");
        }
    }

    /** The file itself, or else the innermost folder that is there. */
    private Path nearestThatIsThere() {
        return Stream.iterate(file.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private CommandFailure wouldOverwrite(Path what, String because) {
        return CommandFailure.badInput(
                option + " would overwrite " + what + ", " + because + ". Give it another file.");
    }

    /** Replaces the file, or makes it. */
    public void write(byte[] content) throws IOException {
        DurableFile.replace(file, content);
    }
}
