package dev.shipgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A place for a service to keep its data in. */
public final class DataFolder {

    private static final Path ALL = Path.of("target", "data").toAbsolutePath();

    /**
     * Where services of tests keep compiled rules, so that the shipped ones are compiled once and not at each start.
     */
    static final Path COMPILED_RULES = Path.of("target", "compiled-rules").toAbsolutePath();

    private DataFolder() {}

    /** One that nothing was kept in before. */
    public static Path fresh() {
        try {
            return Files.createTempDirectory(Files.createDirectories(ALL), "data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the files of a folder that has no folders in it into another folder, over those that are there. */
    public static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
