package dev.shipgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** CONTRIBUTING limits how long files, lines of comments and names of tests are, and how comments begin. */
class ConventionsTest {

    private static final int MOST_LINES = 300;
    private static final int MOST_CHARACTERS = 59;

    private static final Pattern COMMENT = Pattern.compile("\\s*(?:/?\\*|//).*");
    private static final int WIDEST = 120;

    /** The beginnings of a clause without a noun. */
    private static final Pattern NO_NOUN = Pattern.compile(
            "\\s*(?:/\\*\\*|\\*|//) (?:(?:What|Who|Whatever|Whoever)|@(?:param \\w+|return|throws \\w+) (?:what|who))\\b.*");

    @Test
    void namesOfTestsHaveFewerThan60Characters() {
        List<String> names = ReflectionSupport.findAllClassesInPackage(
                        "dev.shipgate", type -> true, name -> name.matches(".*(Test|IT)(\\$.*)?"))
                .stream()
                .flatMap(ConventionsTest::tests)
                .map(Method::getName)
                .toList();
        assertThat(names).contains("namesOfTestsHaveFewerThan60Characters");
        assertThat(names).filteredOn(name -> name.length() > MOST_CHARACTERS).isEmpty();
    }

    @Test
    void noFileHasMoreThan300Lines() throws IOException {
        Map<Path, Integer> longFiles = new TreeMap<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                longFiles.put(file, lines);
            }
        }
        assertThat(longFiles).isEmpty();
    }

    @Test
    void noLineOfCommentsHasMoreThan120Characters() throws IOException {
        assertThat(lines(line -> line.length() > WIDEST && COMMENT.matcher(line).matches()))
                .isEmpty();
    }

    @Test
    void commentsBeginWithTheThingThatTheyAreAbout() throws IOException {
        assertThat(lines(NO_NOUN.asMatchPredicate())).isEmpty();
    }

    private static List<String> lines(Predicate<String> isWrong) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            Files.readAllLines(file).stream().filter(isWrong).forEach(line -> wrong.add(file + ": " + line));
        }
        return wrong;
    }

    private static Stream<Method> tests(Class<?> type) {
        return AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN).stream();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
