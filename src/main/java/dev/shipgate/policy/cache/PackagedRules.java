package dev.shipgate.policy.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Rules that were compiled and tested before the program came here, in a folder {@code compiled} of the program with
 * one folder in it for each Java that compiled. A Java runs the classes of every older one, and of no newer one.
 */
public final class PackagedRules {

    private static final Logger LOG = Logger.getLogger(PackagedRules.class);

    private static final String FOLDER = "compiled";

    private PackagedRules() {}

    /**
     * The rules that one Java compiled.
     *
     * @param java its feature release, such as 17
     */
    record Found(int java, Path folder) {}

    /** The rules compiled by the newest Java whose classes this one runs; empty when nothing came with the program. */
    static Optional<Found> found() {
        return BuildIdentity.programFolder()
                .flatMap(program -> found(program, Runtime.version().feature()));
    }

    /** @param java the feature release that is to run the classes */
    static Optional<Found> found(Path program, int java) {
        Path all = program.resolve(FOLDER);
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("[1-9][0-9]{1,3}"))
                    .map(folder ->
                            new Found(Integer.parseInt(folder.getFileName().toString()), folder))
                    .filter(found -> found.java() <= java)
                    .max(Comparator.comparingInt(Found::java));
        } catch (IOException e) {
            LOG.warnf("The compiled rules in %s cannot be read: %s", all, e);
            return Optional.empty();
        }
    }

    /**
     * The folder where this Java puts the rules that it compiles for the program that it runs.
     *
     * @throws IOException when the program is in no folder of its own
     */
    public static Path folderToWrite() throws IOException {
        return BuildIdentity.programFolder()
                .map(program -> program.resolve(FOLDER)
                        .resolve(Integer.toString(Runtime.version().feature())))
                .orElseThrow(() -> new IOException("This program is in no folder of its own"));
    }

    /** Lets everybody read the files that were written for their owner alone: whoever runs the program needs them. */
    public static void letAllRead(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
