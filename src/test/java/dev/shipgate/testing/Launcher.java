package dev.shipgate.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The script that starts the packaged program, as people call it. */
public final class Launcher {

    /** Where the script is. */
    public static final Path FOLDER = Path.of("").toAbsolutePath();

    /** The script. */
    public static final Path SCRIPT = FOLDER.resolve("shipgate");

    private Launcher() {}

    /**
     * The output of a command, and its exit code.
     *
     * @param err on standard error
     */
    public record Run(int exitCode, String out, String err) {}

    /** The environment that a command is started with: compiled rules where all tests keep them. */
    public static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SHIPGATE_RULES_COMPILED_DIR", DataFolder.COMPILED_RULES.toString());
        environment.put("CI", "true");
        return environment;
    }

    /** Runs a command to its end. */
    public static Run run(Path script, Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of(script.toString()), List.of(arguments).stream())
                        .toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("SHIPGATE_") || name.equals("CI"));
        builder.environment().putAll(environment);
        Path err = DataFolder.fresh().resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading: its output is looked at below.
            process.waitFor();
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }
}
