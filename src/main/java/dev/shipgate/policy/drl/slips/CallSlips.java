package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.NumberSlips;
import dev.shipgate.policy.drl.RuleRegion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Calls in {@code then} of methods and constructors that do not exist in this form. */
final class CallSlips implements CompileSlip {

    private static final Pattern OTHER_ARGUMENTS = Pattern.compile(
            "The method (\\w+)\\((.*)\\) in the type (\\w+) is not applicable for the arguments \\((.*)\\)");
    private static final Pattern NO_CONSTRUCTOR = Pattern.compile("The constructor (\\w+)\\((.*)\\) is undefined.*");
    private static final Pattern NUMBER_IN_QUOTES = Pattern.compile("\"(-?\\d+(?:\\.\\d+)?)\"");
    private static final Pattern HIDDEN_FIELD = Pattern.compile("The field \\w+\\.(\\w+) is not visible");
    private static final Pattern NO_TYPE =
            Pattern.compile("((?:\\w+\\.)*[A-Z]\\w*)\\.([a-z]\\w*) cannot be resolved to a type");
    private static final Pattern GENERATED = Pattern.compile("Rules[0-9A-F]{32}");
    private static final Pattern ASSERT = Pattern.compile("\\bassert\\b");
    private static final Pattern NUMBER = Pattern.compile("double|float|long|int|Double|Float|Long|Integer");

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        String message = error.message();
        Matcher method = OTHER_ARGUMENTS.matcher(message);
        if (method.matches()) {
            return otherArguments(error, method);
        }
        Matcher constructor = NO_CONSTRUCTOR.matcher(message);
        if (constructor.matches() && constructor.group(2).endsWith("String")) {
            return numberInQuotes(error, constructor.group(1));
        }
        Matcher field = HIDDEN_FIELD.matcher(message);
        if (field.matches()) {
            return hiddenField(error, field.group(1));
        }
        Matcher type = NO_TYPE.matcher(message);
        if (type.matches()) {
            return withNew(error, type.group(1) + "." + type.group(2));
        }
        return message.contains("to boolean")
                ? error.inConsequence(ASSERT)
                        .map(found -> error.at(found.start(), "There is no assert. Maybe insert(...)?"))
                : Optional.empty();
    }

    private static Optional<Diagnostic> otherArguments(ErrorInRule error, Matcher method) {
        RuleRegion region = error.region();
        return NumberSlips.comma(region.code(), region.conditionsEnd(), region.end())
                .map(comma -> error.at(comma.start(), comma.message()))
                .or(() -> isTextForNumber(
                                method.group(2).split(", "), method.group(4).split(", "))
                        ? numberInQuotes(error, method.group(1))
                        : Optional.empty())
                .or(() -> Optional.of(error.error()
                        .withMessage(method.group(1) + "(...)" + ofType(method.group(3)) + " takes (" + method.group(2)
                                + "), and here is (" + method.group(4) + ").")));
    }

    /** A function of the rules is in a class that the compiler makes. */
    private static String ofType(String type) {
        return GENERATED.matcher(type).matches() ? "" : " of " + type;
    }

    private static boolean isTextForNumber(String[] taken, String[] given) {
        return taken.length == given.length
                && IntStream.range(0, taken.length)
                        .anyMatch(i -> NUMBER.matcher(taken[i]).matches() && given[i].equals("String"));
    }

    private static Optional<Diagnostic> numberInQuotes(ErrorInRule error, String called) {
        RuleRegion region = error.region();
        return error.inConsequence(Pattern.compile("\\b" + called + "\\s*\\(")).flatMap(call -> {
            int end = region.code().indexOf(';', call.end());
            Matcher number = NUMBER_IN_QUOTES.matcher(region.source()).region(call.end(), end < 0 ? region.end() : end);
            return number.results()
                    .findFirst()
                    .map(found -> error.at(
                            found.start(),
                            found.group() + " is a text, and here stands a number. Maybe " + found.group(1)
                                    + " without the quotes?"));
        });
    }

    private static Optional<Diagnostic> hiddenField(ErrorInRule error, String field) {
        Optional<Diagnostic> set = error.inConsequence(Pattern.compile("\\." + field + "\\s*=(?!=)"))
                .map(found -> error.at(
                        found.start() + 1,
                        "A fact does not change. Maybe " + field + "(...) where it is made, which makes another?"));
        return set.isPresent() ? set : read(error, field);
    }

    private static Optional<Diagnostic> read(ErrorInRule error, String field) {
        return error.inConsequence(Pattern.compile("([\\w$]+)\\." + field + "\\b(?!\\s*\\()"))
                .map(found -> error.at(
                        found.start(),
                        Character.isUpperCase(found.group(1).charAt(0))
                                ? "A field is that of one fact. Maybe $" + field + " : " + field + " in when, and $"
                                        + field + " here?"
                                : "In then the field of a fact is read with brackets. Maybe " + found.group() + "()?"));
    }

    private static Optional<Diagnostic> withNew(ErrorInRule error, String called) {
        return error.inConsequence(Pattern.compile("\\bnew\\s+" + Pattern.quote(called) + "\\b"))
                .map(found -> error.at(found.start(), called + "(...) makes one by itself. Maybe leave out new?"));
    }
}
