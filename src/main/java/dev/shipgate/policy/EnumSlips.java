package dev.shipgate.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A value of a fixed set written as a text, without what it is a value of, or under a name that it does not have. */
final class EnumSlips implements CompileSlip {

    private static final Pattern COMPARISON =
            Pattern.compile("\\b(\\w+)\\s*(==|!=)\\s*(?:\"(\\w*)\"|(?:\\w+\\.)*(\\w+))");
    private static final Pattern UNREADABLE = Pattern.compile("lambda expression| to U\\b|Analyse");
    private static final Pattern UNKNOWN_CONSTANT =
            Pattern.compile("Unknown field (\\w+) on class .*|(\\w+) cannot be resolved or is not a field");

    private final ImportedFacts facts;

    EnumSlips(ImportedFacts facts) {
        this.facts = facts;
    }

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher constant = UNKNOWN_CONSTANT.matcher(error.message());
        if (constant.matches()) {
            return unknownConstant(error, constant.group(1) == null ? constant.group(2) : constant.group(1));
        }
        return UNREADABLE.matcher(error.message()).find()
                ? error.region()
                        .allInConditionsAsWritten(COMPARISON)
                        .flatMap(found -> slip(error, found))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Diagnostic> slip(ErrorInRule error, MatchResult found) {
        String field = found.group(1);
        String value = found.group(3) != null ? found.group(3) : found.group(4);
        return facts.enumOf(field).stream()
                .map(type -> error.at(
                        found.start(1),
                        field + " is no text, but one of " + String.join(", ", constants(type)) + " of " + nameOf(type)
                                + "."
                                + meant(type, value)
                                        .map(constant ->
                                                " Maybe " + field + " " + found.group(2) + " " + constant + "?")
                                        .orElse("")));
    }

    private Optional<Diagnostic> unknownConstant(ErrorInRule error, String constant) {
        Matcher written = Pattern.compile("([\\w.]+)\\." + constant + "\\b")
                .matcher(error.region().code())
                .region(error.region().start(), error.region().end());
        return written.results()
                .flatMap(found -> facts.enumCalled(found.group(1)).stream()
                        .map(type -> error.at(
                                found.start() + found.group(1).length() + 1,
                                "There is no " + constant + " in " + nameOf(type) + ". There is "
                                        + String.join(", ", constants(type)) + "."
                                        + meant(type, constant)
                                                .map(meant -> " Maybe " + meant + "?")
                                                .orElse(""))))
                .findFirst();
    }

    /** The constant that a word means which differs from its name in capitals or in an ending, as rules write it. */
    private static Optional<String> meant(Class<?> type, String word) {
        String capitals = word.toUpperCase(Locale.ROOT);
        return constants(type).stream()
                .filter(constant -> constant.equals(capitals)
                        || (capitals.startsWith(constant) && capitals.length() <= constant.length() + 2))
                .findFirst()
                .map(constant -> nameOf(type) + "." + constant);
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }

    private static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : around.getSimpleName() + "." + type.getSimpleName();
    }
}
