package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.lint.syntax.NamedClasses;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of facts that a rule file imports, and those that it could. */
final class ImportedFacts {

    private static final Pattern IMPORT = Pattern.compile("^[ \\t]*import\\s+([\\w.]+)", Pattern.MULTILINE);

    /** A word that may be the name of a kind of fact. */
    private static final Pattern KIND = Pattern.compile("\\b[A-Z]\\w*");

    private static final Pattern PACKAGE =
            Pattern.compile("^[ \\t]*package\\s+[\\w.]*?(\\w+)[ \\t]*+;?[ \\t]*+$", Pattern.MULTILINE);

    /** Each of these names is looked for in each package that is imported whole. */
    private static final int MAX_KINDS = 500;

    private static final int MAX_PACKAGES = 10;

    private static final String OF_THE_SERVICE = "dev.shipgate.";

    /** The packages of the platform that rules may use. */
    private static final List<String> OF_THE_PLATFORM = List.of("java.util.", "java.math.", "java.time.");

    private final List<String> imported;
    private final String folder;

    ImportedFacts(RuleFile file) {
        List<String> kinds = KIND.matcher(file.source())
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MAX_KINDS)
                .toList();
        List<String> written = IMPORT.matcher(file.source())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        this.imported = Stream.concat(
                        written.stream().filter(name -> !name.endsWith(".")),
                        written.stream()
                                .filter(name -> name.endsWith("."))
                                .limit(MAX_PACKAGES)
                                .flatMap(name -> kinds.stream().map(name::concat))
                                .filter(ImportedFacts::isForRules))
                .toList();
        this.folder = PACKAGE.matcher(file.source())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    /** A class in a package of the service that is no fact is not imported with the package. */
    private static boolean isForRules(String name) {
        return NamedClasses.find(name)
                .filter(type -> !name.startsWith(OF_THE_SERVICE) || type.isAnnotationPresent(ForRules.class))
                .isPresent();
    }

    /** The whole names of all imported classes; of a package that is imported whole, those that the file names. */
    List<String> names() {
        return imported;
    }

    /** The enum that a field of this name has in any of the imported facts. */
    Optional<Class<?>> enumOf(String field) {
        return fields(field)
                .<Class<?>>map(RecordComponent::getType)
                .filter(Class::isEnum)
                .findFirst();
    }

    /** The enum that is called so, such as {@code Check.Outcome}, or {@code Outcome} alone. */
    Optional<Class<?>> enumCalled(String name) {
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        return types().flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getClasses())))
                .filter(type -> type.isEnum() && type.getSimpleName().equals(simpleName))
                .findFirst();
    }

    /** Whether any of the imported facts has a field of this name. */
    boolean has(String field) {
        return fields(field).findAny().isPresent();
    }

    /** Whether a kind of fact has a field of this name and type. */
    boolean has(String kind, String field, String type) {
        return fields(field)
                .anyMatch(component -> component.getType().getName().equals(type)
                        && component.getDeclaringRecord().getSimpleName().equals(kind));
    }

    /** Whether a field, or the entry of one such as {@code labels["track"]}, is a text. */
    boolean isText(String written) {
        String entry = written.contains("[") ? "java.lang.String>" : "java.lang.String";
        return fields(written.replaceFirst("\\[.*", ""))
                .anyMatch(component -> component.getGenericType().getTypeName().endsWith(entry));
    }

    private Stream<RecordComponent> fields(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return types().filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getName().equals(last));
    }

    private Stream<Class<?>> types() {
        return imported.stream().map(NamedClasses::find).flatMap(Optional::stream);
    }

    /** The kind of fact that is called so. */
    Optional<Class<?>> called(String simpleName) {
        return types().filter(type -> type.getName().startsWith(OF_THE_SERVICE)
                        && type.getSimpleName().equals(simpleName))
                .findFirst();
    }

    /** The whole name of a type that is not imported and that rules may use. */
    Optional<String> importable(String simpleName) {
        Stream<String> packages = Stream.concat(
                Stream.of(OF_THE_SERVICE + folder + ".", OF_THE_SERVICE + "decision."), OF_THE_PLATFORM.stream());
        return packages.map(of -> of + simpleName)
                .filter(ImportedFacts::isForRules)
                .findFirst();
    }
}
