package dev.shipgate.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

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

/** A load-test tool of this machine, which .ci/run brings. */
public final class LoadTool {

    /** Where tools of npm are. */
    private static final Path NPM = Path.of("target", "load-tools", "node_modules", ".bin");

    private static final long MOST_SECONDS = 60;

    private final Path program;

    private LoadTool(Path program) {
        this.program = program;
    }

    /** The tool of that name. Where there is none the test is skipped, but not on the machine that decides about a change. */
    public static LoadTool require(String name) {
        return Stream.concat(
                        Stream.of(NPM),
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                                .map(Path::of))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new LoadTool(program.toAbsolutePath()))
                .orElseGet(() -> absent(name));
    }

    private static LoadTool absent(String name) {
        String message = "Cannot be tested here, as there is no " + name;
        return System.getenv("CI") == null ? abort(message) : fail(message);
    }

    /** Runs it to its end in a folder, whatever its exit status: some say so that requests failed. Returns what it printed. */
    public String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(arguments));
        Path errors = folder.resolve("errors.txt");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail(command + " did not end. It wrote: " + Files.readString(errors));
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
