package dev.shipgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys as people make them. */
final class CommandKeys {

    private CommandKeys() {}

    /** Makes a key, and gives its text. */
    static String add(Path application, Path file, String... roles) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Jdk.tool("java"), "-jar", application.resolve("quarkus-run.jar").toString(), "keys", "add", "bench"));
        for (String role : roles) {
            command.addAll(List.of("--role", role));
        }
        command.addAll(List.of("--file", file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String key = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("No key could be made");
        }
        return key;
    }
}
