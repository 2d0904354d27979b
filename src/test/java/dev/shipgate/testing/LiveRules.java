package dev.shipgate.testing;

import static dev.shipgate.testing.Json.json;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.file.FileTree;
import dev.shipgate.policy.compile.TestRules;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the shipped rules that a test may edit while the service runs.
 *
 * <p>Use with {@code @TestProfile(LiveRules.Profile.class)}; call {@link #reset()} before each test.
 */
public final class LiveRules {

    private static final Path SHIPPED = Path.of("rules");

    /** Tests run in several processes at a time. */
    private static final Path FOLDER =
            Path.of("target", "live-rules-" + ProcessHandle.current().pid()).toAbsolutePath();

    private LiveRules() {}

    /** Starts the service on the copy. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            restore();
            return Map.of(
                    "shipgate.rules.dir", FOLDER.toString(),
                    // An edit takes effect at the second look, and there are hundreds of them.
                    "shipgate.rules.poll-interval", "20ms",
                    "shipgate.data.dir", DataFolder.fresh().toString(),
                    "shipgate.rules.compiled-dir", DataFolder.COMPILED_RULES.toString());
        }
    }

    /**
     * Puts the shipped rules back, without their tests, which would refuse many an edit, and waits until they decide.
     */
    public static void reset() {
        restore();
        awaitSettled();
    }

    /** Puts the shipped rules back with their tests, as users have them, and waits until they decide. */
    public static void resetWithTests() {
        restore(path -> true);
        awaitSettled();
    }

    public static String read(String path) {
        try {
            return Files.readString(FOLDER.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves a file and waits until the edit is active or refused. */
    public static void save(String path, String text) {
        write(path, text);
        awaitSettled();
    }

    /** Replaces every occurrence of a text in a file, and waits until the edit is active or refused. */
    public static void edit(String path, String before, String after) {
        String text = read(path);
        if (!text.contains(before)) {
            throw new AssertionError(path + " does not contain: " + before);
        }
        save(path, text.replace(before, after));
    }

    /** Deletes files or whole folders, and waits until the edit is active or refused. */
    public static void delete(String... paths) {
        for (String path : paths) {
            deleteTree(FOLDER.resolve(path));
        }
        awaitSettled();
    }

    /** Saves a file without waiting. */
    public static void write(String path, String text) {
        try {
            Path file = FOLDER.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path folder() {
        return FOLDER;
    }

    /** The version that decides now; null if none does. */
    public static @Nullable String activeVersion() {
        return RestAssured.get("/v1/rulesets/active").path("version");
    }

    /** Waits until the service has tried the text that is in the folder now. */
    private static void awaitSettled() {
        String version = TestRules.versionOf(FOLDER);
        await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ofMillis(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    JsonNode attempted = attempted();
                    return version.equals(attempted.path("version").asText())
                            && !"pending".equals(attempted.path("outcome").asText());
                });
    }

    /** The last edit that the service has tried or is trying. */
    public static JsonNode attempted() {
        // With all rules the answer is long, and REST Assured takes as long to read it as the service to compile.
        return json(RestAssured.get("/v1/rulesets/active").asString()).path("attempted");
    }

    /** Puts the shipped rules back, whether or not a service reads them. */
    public static void restore() {
        restore(LiveRules::isNoTest);
    }

    /** A copy of the shipped rules without their tests, which take seconds at a start: for tests of something else. */
    static Path untestedCopy() {
        try {
            // Not a temporary folder: services of other users read it too.
            Path copy = FOLDER.resolveSibling(
                    "untested-rules-" + ProcessHandle.current().pid());
            deleteTree(copy);
            return untestedCopyIn(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped rules without their tests, in a folder of the test's own. */
    public static Path untestedCopyIn(Path folder) throws IOException {
        copy(folder, LiveRules::isNoTest);
        return folder;
    }

    /** The shipped rules as users have them, in a folder of the test's own. */
    public static Path copyWithTests(Path folder) {
        try {
            copy(folder, file -> true);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNoTest(Path file) {
        return file.toString().endsWith(".drl");
    }

    /** Touches only files that differ: a service that watches would otherwise load rules of which half are there. */
    private static void restore(Predicate<Path> wanted) {
        try {
            Set<Path> shipped = copy(FOLDER, wanted);
            try (Stream<Path> paths = Files.walk(FOLDER)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    if (shipped.stream().noneMatch(file -> file.startsWith(path))) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> copy(Path folder, Predicate<Path> wanted) throws IOException {
        Set<Path> copies = new HashSet<>();
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
                Path target = folder.resolve(SHIPPED.relativize(file).toString());
                if (Files.isSymbolicLink(target.getParent())) {
                    Files.delete(target.getParent());
                }
                Files.createDirectories(target.getParent());
                if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) || Files.mismatch(file, target) >= 0) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
                copies.add(target);
            }
        }
        return copies;
    }

    private static void deleteTree(Path root) {
        try {
            FileTree.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
