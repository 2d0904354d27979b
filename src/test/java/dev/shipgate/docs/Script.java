package dev.shipgate.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A script that a page shows, run by bash. */
final class Script {

    private Script() {}

    /** The output of a script, errors too, and its exit code. */
    record Outcome(int exitCode, String out) {}

    /** The scripts under a heading of a page. */
    static List<String> of(Markdown page, String heading) {
        return page.section(heading).blocks().stream()
                .filter(block -> block.language().equals("bash"))
                .map(Markdown.Block::text)
                .toList();
    }

    static Outcome run(String script, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }
}
