package dev.shipgate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of the packaged application as a JVM keeps them. Tests start services some hundred times, and a start
 * from an archive takes two thirds of the work.
 */
final class ClassArchive {

    private ClassArchive() {}

    /** What a service is started with: nothing while there is no archive. */
    static List<String> options() {
        Path archive = archive();
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
    }

    /** Makes it, if no other process of the tests does. */
    static void make() {
        Path archive = archive();
        Path growing = archive.resolveSibling(archive.getFileName() + ".growing");
        try {
            Files.createFile(archive.resolveSibling(archive.getFileName() + ".begun"));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Java 17 can crash where it writes an archive after it has compiled rules, so they are compiled before.
        service(Map.of()).stop();
        service(Map.of("JDK_JAVA_OPTIONS", "-XX:ArchiveClassesAtExit=" + growing))
                .stop();
        move(growing, archive);
    }

    private static ServiceProcess service(Map<String, String> environment) {
        Path folder = DataFolder.fresh();
        Map<String, String> all = new HashMap<>(environment);
        all.put("SHIPGATE_DATA_DIR", folder.toString());
        return new ServiceProcess(all, List.of(), folder.resolve("service.log")).start();
    }

    private static void move(Path growing, Path archive) {
        try {
            if (Files.exists(growing)) {
                Files.move(growing, archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for each build and each Java. */
    private static Path archive() {
        try {
            long built = Files.getLastModifiedTime(ServiceProcess.APPLICATION).toMillis();
            return Path.of("target", "java-" + Runtime.version().feature() + "-" + built + ".jsa")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
