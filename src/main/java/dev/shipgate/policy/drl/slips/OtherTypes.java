package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value of another type than is asked for, or than it is compared or computed with, in everyday words. */
final class OtherTypes implements CompileSlip {

    private static final Pattern MISMATCH = Pattern.compile("Type mismatch: cannot convert from (\\S+) to (\\S+)");
    private static final Pattern COMPARED = Pattern.compile("Incompatible operand types (\\S+) and (\\S+)");
    private static final Pattern COMPUTED =
            Pattern.compile("The operator (\\S+) is undefined for the argument type\\(s\\) (.+)");
    private static final Pattern AFTER_THE_END =
            Pattern.compile("Cannot invoke (\\w+)\\(.*\\) on the primitive type void");
    private static final Pattern NO_FIELD = Pattern.compile("Unknown field (\\w+) on class (?:java\\.lang\\.)(\\w+)");
    private static final Pattern ORDERED =
            Pattern.compile("Comparison operation requires compatible types\\. Found class (\\S+) and class (\\S+)");
    private static final Pattern OF_OTHER_LANGUAGES =
            Pattern.compile("(let|const|val|def|auto) cannot be resolved to a type");
    private static final Pattern NO_QUESTION = Pattern.compile("[(,]\\s*([a-z]\\w*)\\s*(?=[,)])");
    private static final Pattern ALTERNATIVES = Pattern.compile("(?<![\\w.$])([\\w.$]++)\\s*+(==|!=)\\s*+\\(");

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher mismatch = MISMATCH.matcher(error.message());
        if (mismatch.matches()) {
            return noQuestion(error, mismatch.group(2))
                    .or(() -> Optional.of(error.error()
                            .withMessage("Here is " + words(mismatch.group(1)) + ", and asked for is "
                                    + words(mismatch.group(2)) + ".")));
        }
        Matcher compared = COMPARED.matcher(error.message());
        if (compared.matches()) {
            return Optional.of(error.error()
                    .withMessage("Nothing is both " + words(compared.group(1)) + " and " + words(compared.group(2))
                            + ", so these are never equal."));
        }
        Matcher after = AFTER_THE_END.matcher(error.message());
        if (after.matches()) {
            return Optional.of(error.error()
                    .withMessage("Before ." + after.group(1)
                            + "(...) the brackets of insert are closed already. Maybe one ) later?"));
        }
        Matcher ordered = ORDERED.matcher(error.message());
        if (ordered.matches()) {
            String other = words(ordered.group(2));
            return Optional.of(error.error()
                    .withMessage(words(ordered.group(1)) + " cannot be compared with " + other + "."
                            + (other.endsWith("Limit") ? " Maybe its .value, where it is not null?" : "")));
        }
        Matcher word = OF_OTHER_LANGUAGES.matcher(error.message());
        if (word.matches()) {
            return Optional.of(error.error().withMessage("Maybe var for " + word.group(1) + "?"));
        }
        if (error.message().equals("Void methods cannot return a value") && !error.isInConditions()) {
            return Optional.of(error.error().withMessage("A rule gives nothing back. Maybe insert(...) for return?"));
        }
        Matcher field = NO_FIELD.matcher(error.message());
        if (field.matches()) {
            return Optional.of(error.error()
                    .withMessage("There is no field " + field.group(1) + " in " + words(field.group(2)) + "."));
        }
        Matcher computed = COMPUTED.matcher(error.message());
        return computed.matches() ? computed(error, computed.group(1), computed.group(2)) : Optional.empty();
    }

    /** A field between the brackets of a fact that is compared with nothing. */
    private static Optional<Diagnostic> noQuestion(ErrorInRule error, String asked) {
        return asked.equals("boolean") && error.isInConditions()
                ? error.inConditions(NO_QUESTION)
                        .map(found -> error.at(
                                found.start(1),
                                "This asks nothing of " + found.group(1) + ". Maybe " + found.group(1) + " != null, or "
                                        + found.group(1) + " == ...?"))
                : Optional.empty();
    }

    private static Optional<Diagnostic> computed(ErrorInRule error, String operator, String types) {
        String of = Arrays.stream(types.split(", ")).map(OtherTypes::words).collect(Collectors.joining(" and "));
        Diagnostic reported = error.error().withMessage("There is no " + operator + " of " + of + ".");
        return operator.equals("||") && error.isInConditions()
                ? error.inConditions(ALTERNATIVES)
                        .map(found -> error.at(
                                found.start(),
                                "A field is compared with one of several by in. Maybe " + found.group(1)
                                        + (found.group(2).equals("==") ? " in (" : " not in (") + "..., ...)?"))
                        .or(() -> Optional.of(reported))
                : Optional.of(reported);
    }

    private static String words(String type) {
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "String" -> "a text";
            case "int", "long", "short", "Integer", "Long", "Short" -> "a whole number";
            case "double", "float", "Double", "Float", "Number" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            default -> "a value of " + type.substring(type.lastIndexOf('.') + 1);
        };
    }
}
