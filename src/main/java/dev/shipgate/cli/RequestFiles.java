package dev.shipgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Makes one request of the files that a command is given. */
final class RequestFiles {

    /** What stands for standard input. */
    private static final String STANDARD_INPUT = "-";

    /** More than any service takes; less than would end the program. */
    private static final int MAX_BYTES = 64 << 20;

    private RequestFiles() {}

    /**
     * The request, JSON as the API takes it.
     *
     * @param files at least one
     * @throws CommandFailure when they make no request
     */
    static byte[] request(List<String> files) throws IOException {
        if (files.size() != 1) {
            throw CommandFailure.badInput(
                    "A request is one file, but " + files.size() + " are given: " + String.join(", ", files) + ".");
        }
        return bytes(files.get(0));
    }

    private static byte[] bytes(String name) throws IOException {
        byte[] bytes;
        if (name.equals(STANDARD_INPUT)) {
            bytes = System.in.readNBytes(MAX_BYTES + 1);
        } else {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw CommandFailure.badInput(name + " is a folder. It must be a file of JSON.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MAX_BYTES + 1);
            } catch (NoSuchFileException e) {
                throw CommandFailure.badInput("There is no file " + name + ".");
            }
        }
        if (bytes.length > MAX_BYTES) {
            throw CommandFailure.badInput("The request must have at most " + MAX_BYTES + " bytes, but has more.");
        }
        return bytes;
    }
}
