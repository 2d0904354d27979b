package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.RuleRegion;
import dev.shipgate.text.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A type that a rule file declares, with a field whose type does not exist, or is not the type of the value that the
 * field gets.
 */
final class DeclaredTypes implements CompileSlip {

    private static final Pattern CONSTRUCTOR = Pattern.compile("The constructor (\\w+)\\((.*)\\) is undefined");
    private static final Pattern SETTER = Pattern.compile(
            "The method set(\\w+)\\(.*\\) in the type (\\w+) is not applicable for the arguments \\((.*)\\)");
    private static final Pattern NO_TYPE = Pattern.compile("(\\w+) cannot be resolved.*");
    private static final Pattern FIELD = Pattern.compile("(?m)^[ \\t]*+(\\w++)\\s*+:\\s*+(\\w++)");
    private static final Pattern DECLARE = Pattern.compile("\\s*declare\\b.*", Pattern.DOTALL);
    private static final Set<String> NUMBERS = Set.of(
            "int", "long", "short", "byte", "float", "double", "Integer", "Long", "Short", "Byte", "Float", "Double");
    private static final List<String> USUAL =
            List.of("String", "int", "long", "double", "boolean", "Integer", "Long", "Double", "Boolean");

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher constructor = CONSTRUCTOR.matcher(error.message());
        if (constructor.matches()) {
            return made(
                    error, constructor.group(1), List.of(constructor.group(2).split(", ")));
        }
        Matcher setter = SETTER.matcher(error.message());
        if (setter.matches()) {
            return set(error, setter.group(2), setter.group(1), setter.group(3));
        }
        Matcher type = NO_TYPE.matcher(error.message());
        return type.matches() && isDeclaration(error.region()) ? noType(error, type.group(1)) : Optional.empty();
    }

    private static boolean isDeclaration(RuleRegion region) {
        return DECLARE.matcher(region.code().substring(region.start(), region.end()))
                .matches();
    }

    private static Optional<Diagnostic> made(ErrorInRule error, String type, List<String> given) {
        List<MatchResult> fields = fields(error, type);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String taken = fields.stream()
                .map(field -> field.group(2) + " " + field.group(1))
                .collect(Collectors.joining(", "));
        String hint = fields.size() != given.size()
                ? ""
                : IntStream.range(0, fields.size())
                        .mapToObj(i -> hint(fields.get(i), given.get(i)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse("");
        return Optional.of(error.error()
                .withMessage("new " + type + "(...) takes (" + taken + "), and here is (" + String.join(", ", given)
                        + ")." + hint));
    }

    private static Optional<Diagnostic> set(ErrorInRule error, String type, String setter, String given) {
        return fields(error, type).stream()
                .filter(field -> field.group(1).equalsIgnoreCase(setter))
                .findFirst()
                .map(field -> error.error()
                        .withMessage("The field " + field.group(1) + " of " + type + " is of the type " + field.group(2)
                                + ", and here is " + given + "."
                                + hint(field, given).orElse("")));
    }

    /** A number that does not fit into the field would fit into one of its own type. */
    private static Optional<String> hint(MatchResult field, String given) {
        return !given.equals(field.group(2)) && NUMBERS.contains(given) && NUMBERS.contains(field.group(2))
                ? Optional.of(" Maybe " + field.group(1) + " : " + given + " in declare?")
                : Optional.empty();
    }

    /** Of a field whose type is none the compiler says three things. */
    private static Optional<Diagnostic> noType(ErrorInRule error, String word) {
        return FIELD.matcher(error.region().code())
                .region(error.region().start(), error.region().end())
                .results()
                .filter(field -> field.group(1).equals(word) || field.group(2).equals(word))
                .findFirst()
                .map(field -> error.at(
                        field.start(2),
                        "There is no type " + field.group(2) + " here."
                                + NearestName.of(field.group(2), USUAL)
                                        .map(" Maybe %s?"::formatted)
                                        .orElse(" Maybe it is misspelt, or its import is missing?")));
    }

    /** Those of a type that the same file declares. */
    private static List<MatchResult> fields(ErrorInRule error, String type) {
        String code = error.region().code();
        Matcher declared = Pattern.compile("(?m)^[ \\t]*declare\\s+" + type + "\\b(.*?)\\bend\\b", Pattern.DOTALL)
                .matcher(code);
        return declared.find()
                ? FIELD.matcher(code)
                        .region(declared.start(1), declared.end(1))
                        .results()
                        .toList()
                : List.of();
    }
}
