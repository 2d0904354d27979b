package dev.shipgate.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of real tools, in a folder for each tool. Those that others published are not the project's to copy: they lie
 * beside it where somebody has them, and a test of one of them is skipped elsewhere.
 */
public final class SampleFiles {

    public static final Path OWN = Path.of("src/test/resources/samples");

    private static final Path OF_OTHERS = Path.of("../shared/samples");

    private SampleFiles() {}

    /** A file by its path below the folder; without it the test is skipped. */
    public static Path path(String name) {
        Path own = OWN.resolve(name);
        Path file = Files.exists(own) ? own : OF_OTHERS.resolve(name);
        assumeTrue(Files.exists(file), () -> "The sample " + name + " is not here: it is not the project's own");
        return file;
    }

    /** What stands in a file; without it the test is skipped. */
    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of all files that are here, below their folders: at least the project's own. */
    public static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path folder : List.of(OWN, OF_OTHERS)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .forEach(names::add);
                }
            }
        }
        return names.stream().distinct().sorted().toList();
    }
}
