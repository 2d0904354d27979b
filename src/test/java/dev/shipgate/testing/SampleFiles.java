package dev.shipgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of tools in the resources of the tests, in a folder for each tool. All are the project's own: files that others
 * published are not there, as they are not the project's to copy.
 */
public final class SampleFiles {

    public static final Path FOLDER = Path.of("src/test/resources/samples");

    private SampleFiles() {}

    /** A file by its path below the folder. */
    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    /** The bytes of a file. */
    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file in UTF-8. */
    public static String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    /** The paths of all files below the folder, sorted. */
    public static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
