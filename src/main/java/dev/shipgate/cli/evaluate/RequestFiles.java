package dev.shipgate.cli.evaluate;

import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.ingest.read.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** The files that a command is given. */
final class RequestFiles {

    /** The name that stands for standard input. */
    private static final String STANDARD_INPUT = "-";

    /** More than any service takes; less than would end the program. */
    private static final int MAX_BYTES = 64 << 20;

    /** The size from which a file takes longer than a moment. */
    private static final long LONG_BYTES = 100_000_000;

    private RequestFiles() {}

    /**
     * A file that is read as it is needed, as often as it is.
     *
     * @param field the field that it measures; null where it says it itself
     * @throws CommandFailure when it cannot be read
     */
    static ResultFile result(@Nullable String field, String name) throws IOException {
        return name.equals(STANDARD_INPUT) ? standardInput(field) : onDisk(field, existing(Path.of(name)));
    }

    /** Where the file of that name is, or standard input is, which may be a file itself. */
    static Path path(String name) {
        return Path.of(name.equals(STANDARD_INPUT) ? "/dev/stdin" : name);
    }

    private static ResultFile onDisk(@Nullable String field, Path file) throws IOException {
        long size = Files.size(file);
        if (size < LONG_BYTES || !Ansi.AUTO.enabled()) {
            return ResultFile.of(field, file);
        }
        String name = String.valueOf(file.getFileName());
        return new ResultFile(field, name, () -> new ProgressInput(Files.newInputStream(file), name, size, System.err));
    }

    /** Content that comes through a pipe comes once. */
    private static ResultFile standardInput(@Nullable String field) throws IOException {
        Path copy = Files.createTempFile("shipgate-", ".result");
        copy.toFile().deleteOnExit();
        Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
        return new ResultFile(field, "standard input", () -> Files.newInputStream(copy));
    }

    private static Path existing(Path file) {
        if (Files.isDirectory(file)) {
            throw CommandFailure.badInput(file + " is a folder. It must be a file.");
        }
        if (!Files.exists(file)) {
            throw CommandFailure.badInput("There is no file " + file + ".");
        }
        if (!Files.isReadable(file)) {
            throw CommandFailure.badInput("The file " + file + " may not be read.");
        }
        return file;
    }

    /**
     * All of a file, which has to be small.
     *
     * @throws CommandFailure when it cannot be read, or is larger than a request may be
     */
    static byte[] bytes(ResultFile file) throws IOException {
        try (InputStream in = file.content().open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw CommandFailure.badInput("The request must have at most " + MAX_BYTES + " bytes, but has more.");
            }
            return bytes;
        }
    }

    /** The same of a file by its name; null for none. */
    static byte @Nullable [] bytes(@Nullable Path file) throws IOException {
        return file == null ? null : bytes(ResultFile.of(null, existing(file)));
    }
}
