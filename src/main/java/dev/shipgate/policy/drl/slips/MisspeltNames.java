package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.text.NearestName;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells, unlike the compiler, which name was not found in which kind of fact, and which name may be meant. */
final class MisspeltNames {

    private static final Pattern FIELD_IN_CONDITION =
            Pattern.compile("Unable to parse left part of expression: (?<name>\\w+)\\b(?<more>.*)");

    private static final Pattern METHOD_IN_CONSEQUENCE =
            Pattern.compile("The method (?<name>\\w+)\\(.*\\) is undefined for the type (?<type>\\w+)");

    private static final Pattern METHOD_IN_CONDITION =
            Pattern.compile("Method (?<name>\\w+) on class [\\w.$]*?(?<type>\\w+) with arguments .* is missing");

    private static final Pattern TYPE = Pattern.compile(
            "(?:Unable to find class: (?<condition>\\w+)|(?<consequence>[A-Z]\\w+) cannot be resolved(?: to a type)?)");

    private static final Pattern CONSTRUCTOR =
            Pattern.compile("The constructor (?<type>\\w+)\\((?<given>.*)\\) is undefined");

    private static final String MAY_BE_MISSING = ", which is null where it is not sent";

    private final ImportedFacts facts;

    MisspeltNames(ParsedDrl file) {
        this.facts = new ImportedFacts(file.file());
    }

    /** The message of the compiler in words for authors; as it is, if it is about something else. */
    String explain(String message, String rule) {
        Matcher field = FIELD_IN_CONDITION.matcher(message);
        if (field.matches()) {
            String name = field.group("name");
            return kindAround(name, rule)
                    .flatMap(facts::called)
                    .filter(kind ->
                            field.group("more").isBlank() || !members(kind).contains(name))
                    .map(kind -> unknownMember(kind, name, "field"))
                    .orElse(message);
        }
        Matcher method = METHOD_IN_CONSEQUENCE.matcher(message);
        if (method.matches()) {
            return facts.called(method.group("type"))
                    .map(kind -> noMember(kind, method.group("name"), "method")
                            + maybe(meant(kind, method.group("name"))
                                    .or(() -> entryInJava(kind, method.group("name")))))
                    .orElse(message);
        }
        Matcher missing = METHOD_IN_CONDITION.matcher(message);
        if (missing.matches()) {
            return unknownMember(missing.group("type"), missing.group("name"), "method")
                    .orElse(message);
        }
        Matcher constructor = CONSTRUCTOR.matcher(message);
        if (constructor.matches()) {
            return facts.called(constructor.group("type"))
                    .filter(Class::isRecord)
                    .flatMap(made -> nearest(made, constructor.group("given").split(", ").length))
                    .map(made -> message + ". Maybe new " + constructor.group("type") + "("
                            + Arrays.stream(made.getParameters())
                                    .map(Parameter::getName)
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
        return facts.called(kind).map(type -> unknownMember(type, name, what));
    }

    private static String unknownMember(Class<?> type, String name, String what) {
        return members(type).contains(name)
                ? "The " + what + " " + name + " of " + type.getSimpleName()
                        + " cannot stand here. To give it a name, write $" + name + " : " + name + "."
                : noMember(type, name, what) + maybe(meant(type, name).or(() -> entry(type, name)));
    }

    /** The text about a field that a fact does not have, with the member to read in {@code then} instead. */
    static String noFieldInJava(Class<?> type, String fact, String name) {
        return noMember(type, name, "field")
                + maybe(meant(type, name)
                        .map(member -> member + "()")
                        .or(() -> entryInJava(type, name))
                        .map(read -> fact + "." + read));
    }

    private static String noMember(Class<?> type, String name, String what) {
        return "There is no " + what + " " + name + " in " + type.getSimpleName() + ".";
    }

    private static String maybe(Optional<String> meant) {
        return meant.map(" Maybe %s?"::formatted).orElse("");
    }

    private static Optional<String> meant(Class<?> type, String name) {
        List<String> members = members(type);
        return inJava(name, members).or(() -> NearestName.of(name, members));
    }

    /** The member that is called so in JSON, or in a bean: {@code cost_per_success}, {@code getRoute}. */
    private static Optional<String> inJava(String name, List<String> members) {
        String words = name.startsWith("get") ? name.substring("get".length()) : name;
        return members.stream()
                .filter(member -> member.equalsIgnoreCase(words.replace("_", "")))
                .findFirst();
    }

    /** A value that the caller may send under any name is in a map of the fact. */
    private static Optional<String> entry(Class<?> type, String name) {
        return map(type).map(map -> map + "[\"" + name + "\"]" + MAY_BE_MISSING);
    }

    private static Optional<String> entryInJava(Class<?> type, String name) {
        return map(type).map(map -> map + "().get(\"" + name + "\")" + MAY_BE_MISSING);
    }

    private static Optional<String> map(Class<?> type) {
        return Arrays.stream(Optional.ofNullable(type.getRecordComponents()).orElse(new RecordComponent[0]))
                .filter(component -> component.getType() == Map.class)
                .map(RecordComponent::getName)
                .findFirst();
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
                                facts.names().stream()
                                        .map(MisspeltNames::simpleName)
                                        .toList())
                        .map(known -> " Maybe " + known + "?")
                        .orElse(" Maybe it is misspelt, or its import is missing?");
    }

    /** The way to make one that takes as many values as are given, or nearly. */
    private static Optional<Constructor<?>> nearest(Class<?> made, int given) {
        return Arrays.stream(made.getConstructors())
                .min(Comparator.<Constructor<?>>comparingInt(one -> Math.abs(one.getParameterCount() - given))
                        .thenComparingInt(Constructor::getParameterCount));
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
