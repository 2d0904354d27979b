package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {

    private static final Path ROOT = Path.of("src/main/java/dev/shipgate");
    private static final Pattern PACKAGE = Pattern.compile("`([a-z.]+)`");

    /** A package within one of these says itself which packages it knows. */
    @Test
    void theTableHasEveryPackageOfTheFirstLevel() throws IOException {
        Set<String> shown = Markdown.read("docs/architecture.md").section("The packages").rows().stream()
                .flatMap(row -> PACKAGE.matcher(row.get(0)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(packages());
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ROOT::relativize)
                    .filter(file -> file.getNameCount() > 1)
                    .map(file -> file.getName(0).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
