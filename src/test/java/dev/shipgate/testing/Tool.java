package dev.shipgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A load-test tool that runs as a process of its own; tests that need it are skipped where it is not there. */
public final class Tool {

    private static final long TIMEOUT_SECONDS = 120;

    private final Path home;

    private Tool(Path home) {
        this.home = home;
    }

    /** The one in a folder of {@code target/tools}. */
    public static Tool named(String name) {
        Path home = Path.of("target", "tools", name).toAbsolutePath();
        String absent = name + " is not there. It comes with: mvn -f src/test/tools/pom.xml package";
        // On the machine that decides about a change, it has to be there.
        if (System.getenv("CI") == null) {
            assumeTrue(Files.isDirectory(home), absent);
        }
        assertThat(home).as(absent).isDirectory();
        return new Tool(home);
    }

    public Path home() {
        return home;
    }

    /** What this project has for tools to run. */
    public static Path plan(String name) {
        return Path.of("src", "test", "tools", name).toAbsolutePath();
    }

    /** Runs Java in a folder until it ends without an error. */
    public void java(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(() -> text(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The one file of a name in a folder or below. */
    public static byte[] find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.endsWith(name)).toList();
            assertThat(found).hasSize(1);
            return Files.readAllBytes(found.get(0));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
