package dev.shipgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.capacity.Capacity;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.retrystorm.RetryStorms;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The names that rules may use stay as they are. An archived ruleset is text that is compiled again for a replay, so
 * it needs each class, method and constant that its author could write.
 */
class FrozenVocabularyTest {

    private static final Path SOURCE = Path.of("src/main/java");
    private static final Path HELD = Path.of("src/test/resources/vocabulary");

    /** In the list of types that compiled rules may use, rules do not name the types after this line. */
    private static final String MADE_BY_THE_ENGINE = "# ---- What Drools makes of rules";

    /** Each object has these methods, and values have no other reason to declare them. */
    private static final Set<String> OF_EACH_OBJECT = Set.of("equals", "hashCode", "toString");

    @Test
    void noClassThatRulesMayNameIsRemovedOrRenamed() throws IOException {
        Set<String> now = new TreeSet<>();
        serviceTypes().forEach(type -> now.add(type.getCanonicalName()));
        allowed().forEach(words -> now.add(words.get(0)));
        assertHeld("classes.txt", now);
    }

    @Test
    void noMemberThatRulesMayUseIsRemovedOrChanged() throws IOException {
        Set<String> now = new TreeSet<>();
        serviceTypes().forEach(type -> now.addAll(members(type)));
        allowed().forEach(words -> now.addAll(members(words)));
        assertHeld("members.txt", now);
    }

    @Test
    void noKindIsTakenFromTheRulesOfAFolder() throws IOException {
        List<ReadinessPart> parts = List.of(new LoadGate(), new RetryStorms(), new Capacity());
        List<Evaluation> evaluations = new ArrayList<>(parts);
        evaluations.add(new Readiness(parts));
        Set<String> now = new TreeSet<>();
        for (Evaluation evaluation : evaluations) {
            String folder = evaluation.rulesFolder() + "/ ";
            Vocabulary vocabulary = evaluation.vocabulary();
            vocabulary.given().forEach(kind -> now.add(folder + "gets " + kind.getCanonicalName()));
            vocabulary.between().forEach(kind -> now.add(folder + "passes on " + kind.getCanonicalName()));
            vocabulary.read().forEach(kind -> now.add(folder + "gives " + kind.getCanonicalName()));
        }
        assertHeld("kinds.txt", now);
    }

    private static void assertHeld(String file, Set<String> now) throws IOException {
        Path path = HELD.resolve(file);
        List<String> lines;
        try (Stream<String> all = Files.lines(path)) {
            lines = all.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
        assertThat(lines).as(path + " has each line once, in order").isEqualTo(List.copyOf(new TreeSet<>(lines)));

        Set<String> gone = new TreeSet<>(lines);
        gone.removeAll(now);
        assertThat(gone)
                .as(
                        "Archived rulesets may use these, and could no longer be replayed. Put them back as they were; a new"
                                + " form goes beside the old one, under a name or with parameters of its own. Only a line that"
                                + " now allows more than before, or that lets rules do harm, is replaced in " + path
                                + ".")
                .isEmpty();
        Set<String> fresh = new TreeSet<>(now);
        lines.forEach(fresh::remove);
        assertThat(fresh)
                .as("Rules may use these from now on, for as long as there are archived rulesets. If that is meant, add"
                        + " the lines to " + path + ", in order.")
                .isEmpty();
    }

    /** The types of the service that rules may use, with those that are inside of them. */
    private static List<Class<?>> serviceTypes() throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("@ForRules")) {
                    addIfForRules(types, SOURCE.relativize(file).toString());
                }
            }
        }
        return types;
    }

    private static void addIfForRules(List<Class<?>> types, String file) {
        try {
            Class<?> type = Class.forName(file.replace(".java", "").replace(File.separatorChar, '.'));
            if (type.isAnnotationPresent(ForRules.class)) {
                types.add(type);
                types.addAll(List.of(type.getClasses()));
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError("No class is made of " + file, e);
        }
    }

    private static Set<String> members(Class<?> type) {
        String name = type.getCanonicalName();
        Set<String> members = new TreeSet<>();
        ForRules forRules = type.getAnnotation(ForRules.class);
        if (forRules != null && forRules.replaceable()) {
            members.add(name + " may be deleted and changed");
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            members.add(name + parameters(constructor));
        }
        for (Field field : type.getFields()) {
            members.add(name + "." + field.getName() + ": " + field.getType().getCanonicalName());
        }
        for (Method method : type.getMethods()) {
            if (isOfTheService(method)) {
                members.add(name + "." + method.getName() + parameters(method) + ": "
                        + method.getReturnType().getCanonicalName());
            }
        }
        return members;
    }

    private static boolean isOfTheService(Method method) {
        return method.getDeclaringClass().getName().startsWith("dev.shipgate.")
                && !method.isSynthetic()
                && !OF_EACH_OBJECT.contains(method.getName());
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameterTypes())
                .map(Class::getCanonicalName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Where all members but some are allowed, these some belong to the line: one more of them is a member less. */
    private static List<String> members(List<String> words) {
        String type = words.get(0);
        List<String> names = words.subList(1, words.size());
        return names.contains("*")
                ? List.of(type + " " + String.join(" ", new TreeSet<>(names)))
                : names.stream().map(name -> type + " " + name).toList();
    }

    /** The words of each line of the list of the other types that rules may use. */
    private static List<List<String>> allowed() throws IOException {
        List<List<String>> allowed = new ArrayList<>();
        boolean named = true;
        for (String line : Files.readAllLines(allowList())) {
            named = named && !line.startsWith(MADE_BY_THE_ENGINE);
            boolean isType = !line.isBlank() && !line.startsWith("#");
            if (isType && (named || line.startsWith("dev.shipgate."))) {
                allowed.add(List.of(line.trim().split("\\s+")));
            }
        }
        assertThat(named).as("the part of the engine was found").isFalse();
        return allowed;
    }

    private static Path allowList() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            return files.filter(file -> Objects.requireNonNull(file.getFileName())
                            .toString()
                            .equals("allowed.txt"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
