package dev.shipgate.policy.confinement;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.compile.TestRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One ruleset of a suite. Its first lines describe it and the expected result.
 *
 * @param name of the file, without its ending
 * @param text all of it
 */
public record SuiteFile(String name, String text) {

    private static final Path RESOURCES = Path.of("src/test/resources/dev/shipgate/policy");

    public static List<SuiteFile> all(String suite) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(suite))) {
            return files.sorted().map(SuiteFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SuiteFile read(Path path) {
        try {
            return new SuiteFile(path.getFileName().toString().replace(".drl", ""), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that follows a word such as {@code Expect} in the comments at its beginning. */
    public String header(String word) {
        String start = "// " + word + ": ";
        return text.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no line \"" + start.strip() + "\""));
    }

    RuleFile asRuleFile() {
        return TestRules.file("test/" + name + ".drl", text);
    }

    @Override
    public String toString() {
        return name;
    }
}
