package dev.shipgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.Lengthy;
import dev.shipgate.testing.WithDatabaseServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;

/** Each test runs once in a build: in the phase test, or later for one of three reasons: see pom.xml. */
class TestPhasesTest {

    private static final Pattern TEST =
            Pattern.compile("(?m)^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|ArchTest)\\b");
    private static final Pattern TAKEN = Pattern.compile(".+(Test|IT)\\.java");

    @Test
    void eachClassOfTestsHasANameThatIsTaken() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> TEST.matcher(text(file)).find()))
                    .hasSizeGreaterThan(300)
                    .allMatch(
                            file -> TAKEN.matcher(file.getFileName().toString()).matches());
        }
    }

    @Test
    void laterPhasesTakeWhatTheFirstLeaves() {
        String application = QuarkusTest.class.getAnnotation(Tag.class).value();
        assertThat(property("tests.application")).isEqualTo(application);
        assertThat(property("tests.long")).isEqualTo(WithDatabaseServer.TAG + " | " + Lengthy.TAG);
        assertThat(property("tests.later")).isEqualTo("${tests.application} | ${tests.long}");
        assertThat(ApplicationSuite.class.getAnnotation(IncludeTags.class).value())
                .containsExactly(application);
        assertThat(ApplicationSuite.class
                        .getAnnotation(IncludeClassNamePatterns.class)
                        .value())
                .containsExactly(".*Test");
    }

    private static String property(String name) {
        Matcher found = Pattern.compile("<" + name + ">(.+)</" + name + ">").matcher(text(Path.of("pom.xml")));
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
