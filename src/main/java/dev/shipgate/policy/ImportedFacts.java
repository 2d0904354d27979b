package dev.shipgate.policy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of facts that a rule file imports, and those that it could. */
final class ImportedFacts {

    private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+([\\w.]+)", Pattern.MULTILINE);
    private static final Pattern PACKAGE =
            Pattern.compile("^\\s*package\\s+[\\w.]*?(\\w+)\\s*;?\\s*$", Pattern.MULTILINE);
    private static final String OF_THE_SERVICE = "dev.shipgate.";

    /** What rules may use of the platform, by where it is. */
    private static final List<String> OF_THE_PLATFORM = List.of("java.util.", "java.math.", "java.time.");

    private final List<String> imported;
    private final String folder;

    ImportedFacts(RuleFile file) {
        this.imported = IMPORT.matcher(file.source())
                .results()
                .map(found -> found.group(1))
                .toList();
        this.folder = PACKAGE.matcher(file.source())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    /** The names after {@code import}, as they are written. */
    List<String> names() {
        return imported;
    }

    /** The enum that a field of this name has in any of the imported facts. */
    Optional<Class<?>> enumOf(String field) {
        return imported.stream()
                .map(NamedClasses::find)
                .flatMap(Optional::stream)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getName().equals(field))
                .<Class<?>>map(RecordComponent::getType)
                .filter(Class::isEnum)
                .findFirst();
    }

    /** The whole name of a type that is not imported and that rules may use. */
    Optional<String> importable(String simpleName) {
        Stream<String> packages = Stream.concat(
                Stream.of(OF_THE_SERVICE + folder + ".", OF_THE_SERVICE + "decision."), OF_THE_PLATFORM.stream());
        return packages.map(of -> of + simpleName)
                .filter(name -> NamedClasses.find(name)
                        .filter(type -> !name.startsWith(OF_THE_SERVICE) || type.isAnnotationPresent(ForRules.class))
                        .isPresent())
                .findFirst();
    }
}
