package dev.shipgate.cli;

import dev.shipgate.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that a command writes.
 *
 * @param option by which it is named on the command line, such as {@code --output}
 */
record OutputFile(String option, Path file) {

    /**
     * That its folder is there: one that is not is mostly misspelt.
     *
     * @throws CommandFailure when it is not
     */
    void requireFolder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CommandFailure.badInput(option + " names a file in " + folder
                    + ", which is no folder. Make it first, or correct its name.");
        }
    }

    /**
     * That it is none of the files that are read, under whatever name.
     *
     * @param inputs those files; one that is not there is passed over
     * @throws CommandFailure when it is, so that what is read would be gone
     */
    void requireNoInput(List<Path> inputs) throws IOException {
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
     * That it lies outside of a folder of rules.
     *
     * @throws CommandFailure when it is a file of them
     */
    void requireOutside(Path rules) throws IOException {
        if (Files.exists(file) && Files.isDirectory(rules) && file.toRealPath().startsWith(rules.toRealPath())) {
            throw wouldOverwrite(file, "which is a file of the rules");
        }
    }

    private CommandFailure wouldOverwrite(Path what, String because) {
        return CommandFailure.badInput(
                option + " would overwrite " + what + ", " + because + ". Give it another file.");
    }

    /** Replaces the file, or makes it. */
    void write(byte[] content) throws IOException {
        DurableFile.replace(file, content);
    }
}
