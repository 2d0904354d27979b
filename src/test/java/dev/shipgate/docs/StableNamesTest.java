package dev.shipgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.json.InvalidBodyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of names that scripts rely on have every name that the source has, and no other. */
class StableNamesTest {

    private static final Path SOURCE = Path.of("src/main/java/dev/shipgate");
    private static final Path CONTRACT = Path.of("src/main/resources/META-INF/openapi.yaml");

    private static final Pattern SHOWN = Pattern.compile("`([a-z-]+)`");
    private static final String NAME = "\"([a-z]+(?:-[a-z]+)*)\"";

    /** The code of a diagnostic is a constant, or the first name that is passed to the method that makes it. */
    private static final Pattern CODE =
            Pattern.compile("String (?:CODE|NO_[A-Z_]+|NOT_CHECKED|NEVER|ALWAYS|UNTESTED|OCTAL|SAME_NAME) = " + NAME
                    + "|\\b(?:error|warning|warningAbout|refusal)" + first());

    /** The class that looks through text has methods of its own for that. */
    private static final Pattern CODE_OF_RESTRICTION = Pattern.compile("\\b(?:add|find)" + first());

    private static final Pattern TYPE = Pattern.compile(
            "(?:ProblemTypes\\.of\\(|\\bproblem\\(\\d+, |EarlyProblem\\.of\\([^,]+, |new Words\\(\\s*)" + NAME);

    private static String first() {
        return "\\((?:(?!CODE\\b)[^;])*?" + NAME + ",";
    }

    private static Set<String> shown(String page, String section, String heading) {
        List<List<String>> rows = Markdown.read(page).section(section).rows();
        int table = rows.stream().map(row -> row.get(0)).toList().indexOf(heading);
        return rows.subList(table + 1, rows.size()).stream()
                .takeWhile(row -> row.get(0).startsWith("`"))
                .flatMap(row -> SHOWN.matcher(row.get(0)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inSource(Path folder, String files, Pattern... patterns) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(files)).toList()) {
                String text = Files.readString(file);
                for (Pattern pattern : patterns) {
                    pattern.matcher(text).results().map(StableNamesTest::name).forEach(names::add);
                }
            }
        }
        return names;
    }

    private static String name(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(match.groupCount());
    }

    @Test
    void everyCodeOfADiagnosticIsInTheTable() throws IOException {
        Set<String> codes = inSource(SOURCE.resolve("policy"), ".java", CODE);
        codes.addAll(inSource(SOURCE.resolve("policy"), "Restrictions.java", CODE_OF_RESTRICTION));
        codes.addAll(inSource(SOURCE.resolve("policytest"), ".java", CODE));
        codes.addAll(inSource(SOURCE.resolve("ingest"), "MappingFileCheck.java", CODE));
        assertThat(shown("docs/writing-rules.md", "When an edit is refused", "code"))
                .isEqualTo(codes);
    }

    @Test
    void everyTypeOfAProblemIsInTheTableAndInTheContract() throws IOException {
        Set<String> types = inSource(SOURCE, ".java", TYPE);
        for (InvalidBodyException.Kind kind : InvalidBodyException.Kind.values()) {
            types.add(kind.name().toLowerCase(Locale.ROOT) + "-request");
        }
        assertThat(shown("docs/api.md", "Errors", "`type` ends with")).isEqualTo(types);
        assertThat(typesOfTheContract()).isEqualTo(types);
    }

    private static Set<String> typesOfTheContract() throws IOException {
        String contract = Files.readString(CONTRACT);
        String begin = "After urn:shipgate:problem: comes one of";
        int start = contract.indexOf(begin) + begin.length();
        return Stream.of(contract.substring(start, contract.indexOf('.', start)).split(","))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
