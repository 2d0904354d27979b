package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageLinksTest {

    private static final Path DECISIONS = Path.of("docs/adr");
    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> decisions() throws IOException {
        try (Stream<Path> pages = Files.list(DECISIONS)) {
            return pages.filter(page -> page.getFileName().toString().matches("\\d{4}-.*"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(LINK.matcher(prose(page)).results().filter(link -> !leadsSomewhere(page, link)))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @Test
    void theListOfDecisionsHasEachOnce() throws IOException {
        List<String> listed = LINK.matcher(prose(DECISIONS.resolve("README.md")))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(listed)
                .isEqualTo(decisions().stream()
                        .map(page -> page.getFileName().toString())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsShortAndHasAllParts(Path page) {
        String text = text(page);
        assertThat(HEADING.matcher(text)
                        .results()
                        .map(heading -> heading.group(1))
                        .skip(1))
                .containsExactly("Context", "Decision", "Consequences");
        assertThat(text).contains("\nStatus: ");
        assertThat(text.lines()).hasSizeLessThan(40);
    }

    private static boolean leadsSomewhere(Path page, MatchResult link) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        return Files.exists(target) && (link.group(2) == null || anchors(target).contains(link.group(2)));
    }

    /** The names by which GitHub and GitLab link to headings. */
    private static Set<String> anchors(Path page) {
        return HEADING.matcher(prose(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String prose(Path page) {
        return BLOCK.matcher(text(page)).replaceAll("");
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }
}
