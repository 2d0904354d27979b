package dev.shipgate.policy;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what the compiler does not: which name was not found in which kind of fact, and which may be meant. */
final class MisspeltNames {

    private static final Pattern FIELD_IN_CONDITION =
            Pattern.compile("Unable to parse left part of expression: (?<name>\\w+)\\b.*");

    private static final Pattern METHOD_IN_CONSEQUENCE =
            Pattern.compile("The method (?<name>\\w+)\\(.*\\) is undefined for the type (?<type>\\w+)");

    private static final Pattern METHOD_IN_CONDITION =
            Pattern.compile("Method (?<name>\\w+) on class [\\w.$]*?(?<type>\\w+) with arguments .* is missing");

    private static final Pattern TYPE = Pattern.compile(
            "(?:Unable to find class: (?<condition>\\w+)|(?<consequence>[A-Z]\\w+) cannot be resolved(?: to a type)?)");

    private static final Pattern CONSTRUCTOR = Pattern.compile("The constructor (?<type>\\w+)\\(.*\\) is undefined");

    private final ImportedFacts facts;
    private final List<String> imported;

    MisspeltNames(ParsedDrl file) {
        this.facts = new ImportedFacts(file.file());
        this.imported = facts.names();
    }

    /** The message of the compiler in words for authors; as it is, if it is about something else. */
    String explain(String message, String rule) {
        Matcher field = FIELD_IN_CONDITION.matcher(message);
        if (field.matches()) {
            String name = field.group("name");
            return kindAround(name, rule)
                    .flatMap(kind -> unknownMember(kind, name, "field"))
                    .orElse(message);
        }
        Matcher method = METHOD_IN_CONSEQUENCE.matcher(message);
        if (method.matches()) {
            return unknownMember(method.group("type"), method.group("name"), "method")
                    .orElse(message);
        }
        Matcher missing = METHOD_IN_CONDITION.matcher(message);
        if (missing.matches()) {
            return unknownMember(missing.group("type"), missing.group("name"), "method")
                    .orElse(message);
        }
        Matcher constructor = CONSTRUCTOR.matcher(message);
        if (constructor.matches()) {
            return fact(constructor.group("type"))
                    .filter(Class::isRecord)
                    .map(made -> message + ". Maybe new " + made.getSimpleName() + "("
                            + Arrays.stream(made.getRecordComponents())
                                    .map(RecordComponent::getName)
                                    .collect(Collectors.joining(", "))
                            + ")?")
                    .orElse(message);
        }
        Matcher type = TYPE.matcher(message);
        return type.matches()
                ? unknownType(Optional.ofNullable(type.group("condition")).orElse(type.group("consequence")))
                : message;
    }

    private static Optional<String> kindAround(String field, String rule) {
        Matcher pattern = Pattern.compile("(\\w+)\\s*\\([^()]*\\b" + Pattern.quote(field) + "\\b")
                .matcher(rule);
        return pattern.find() ? Optional.of(pattern.group(1)) : Optional.empty();
    }

    private Optional<String> unknownMember(String kind, String name, String what) {
        return fact(kind).map(type -> unknownMember(type, name, what));
    }

    private static String unknownMember(Class<?> type, String name, String what) {
        List<String> members = members(type);
        return members.contains(name)
                ? "The " + what + " " + name + " of " + type.getSimpleName()
                        + " cannot stand here. To give it a name, write $" + name + " : " + name + "."
                : "There is no " + what + " " + name + " in " + type.getSimpleName() + "."
                        + inJava(name, members)
                                .or(() -> NearestName.of(name, members))
                                .or(() -> entry(type, name))
                                .map(meant -> " Maybe " + meant + "?")
                                .orElse("");
    }

    /** The member that is called so in JSON, or in a bean: {@code cost_per_success}, {@code getRoute}. */
    private static Optional<String> inJava(String name, List<String> members) {
        String words = name.startsWith("get") ? name.substring("get".length()) : name;
        return members.stream()
                .filter(member -> member.equalsIgnoreCase(words.replace("_", "")))
                .findFirst();
    }

    /** What the caller may send under any name is in a map of the fact. */
    private static Optional<String> entry(Class<?> type, String name) {
        return Arrays.stream(Optional.ofNullable(type.getRecordComponents()).orElse(new RecordComponent[0]))
                .filter(component -> component.getType() == Map.class)
                .findFirst()
                .map(map -> map.getName() + "[\"" + name + "\"], which is null where it is not sent");
    }

    private static List<String> members(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type)
                .map(Method::getName)
                .toList();
    }

    private String unknownType(String name) {
        Optional<String> importable = facts.importable(name);
        if (importable.isPresent()) {
            return "There is no " + name + " here. Maybe import " + importable.get() + "?";
        }
        return "There is no kind of fact " + name + " here."
                + NearestName.of(
                                name,
                                imported.stream().map(MisspeltNames::simpleName).toList())
                        .map(known -> " Maybe " + known + "?")
                        .orElse(" Maybe it is misspelt, or its import is missing?");
    }

    /** A kind of fact that is imported by its name, or with all of its package. */
    private Optional<Class<?>> fact(String simpleName) {
        return imported.stream()
                .map(name -> name.endsWith(".") ? name + simpleName : name)
                .filter(name ->
                        name.startsWith("dev.shipgate.") && simpleName(name).equals(simpleName))
                .map(NamedClasses::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
