package dev.shipgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A load-test tool of this machine, which .ci/run brings, and which runs as a process of its own. */
public final class LoadTool {

    /** Where tools of npm are. */
    private static final Path NPM = Path.of("target", "load-tools", "node_modules", ".bin");

    /** Where tools in Java are, each in a folder. */
    private static final Path JAVA_TOOLS = Path.of("target", "tools");

    private static final long MOST_SECONDS = 120;

    private final Path place;

    private LoadTool(Path place) {
        this.place = place.toAbsolutePath();
    }

    /** The program of that name. */
    public static LoadTool require(String name) {
        return Stream.concat(
                        Stream.of(NPM),
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                                .map(Path::of))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(LoadTool::new)
                .orElseThrow(() -> Absent.end("There is no program " + name + "."));
    }

    /** The tool in Java of that name. */
    public static LoadTool requireInJava(String name) {
        Path home = JAVA_TOOLS.resolve(name);
        if (!Files.isDirectory(home)) {
            throw Absent.end("There is no " + home + ". It comes with: mvn -f src/test/tools/pom.xml package.");
        }
        return new LoadTool(home);
    }

    /** Where it is: the program, or the folder of a tool in Java. */
    public Path place() {
        return place;
    }

    /** A plan that this project has for tools to run. */
    public static Path plan(String name) {
        return Path.of("src", "test", "tools", name).toAbsolutePath();
    }

    /**
     * Runs the tool to its end in a folder, whatever its exit status: some tools report failed requests by it. Returns
     * the output.
     */
    public String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(place.toString()));
        command.addAll(Arrays.asList(arguments));
        return finished(folder, command).output();
    }

    /** Runs Java in a folder until it ends without an error. */
    public static void java(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        Finished java = finished(folder, command);
        assertThat(java.status()).as(java.output() + java.errors()).isZero();
    }

    private record Finished(int status, String output, String errors) {}

    private static Finished finished(Path folder, List<String> command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                fail(command + " did not end. It wrote: " + text(errors));
            }
            return new Finished(process.exitValue(), text(output), text(errors));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The one file of a name in a folder or below. */
    public static byte[] find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.endsWith(name)).toList();
            assertThat(found).hasSize(1);
            return Files.readAllBytes(found.get(0));
        }
    }
}
