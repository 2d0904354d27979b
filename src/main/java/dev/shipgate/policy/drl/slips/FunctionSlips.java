package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.drl.RuleRegion;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mistakes in functions, for which the compiler says no place. */
final class FunctionSlips {

    private static final String RETURNS_FROM_VOID = "Void methods cannot return a value";
    private static final Pattern WITHOUT_TYPE = Pattern.compile("(?m)^[ \\t]*function\\s+(?:void\\s+)?(\\w+)\\s*\\(");

    private static final Pattern VALUE_RETURNED = Pattern.compile("\\breturn\\s+[^;\\s]");

    private static final Pattern NO_RETURN = Pattern.compile("This method must return a result of type (\\w+)");

    private FunctionSlips() {}

    /**
     * The same error at the place of the mistake, with the right way to write it; empty if it is in a rule, or not
     * known.
     */
    static Optional<Diagnostic> explained(RuleFile file, Diagnostic error) {
        Matcher noReturn = NO_RETURN.matcher(error.message());
        if (error.rule() != null) {
            return Optional.empty();
        }
        if (error.message().equals(RETURNS_FROM_VOID)) {
            return diagnostic(
                    file,
                    error,
                    WITHOUT_TYPE,
                    region -> region.find(VALUE_RETURNED).isPresent(),
                    "has no kind before its name of what it gives back. Maybe function Budget %1$s(...)?");
        }
        return noReturn.matches()
                ? diagnostic(
                        file,
                        error,
                        Pattern.compile("(?m)^[ \\t]*function\\s+" + noReturn.group(1) + "\\s+(\\w+)\\s*\\("),
                        region -> !region.has("return") && !region.has("throw"),
                        "can end without a return. Maybe return ...; as its last line?")
                : Optional.empty();
    }

    /** Of several functions that begin so it is one that is wrong for certain. */
    private static Optional<Diagnostic> diagnostic(
            RuleFile file, Diagnostic error, Pattern function, Predicate<RuleRegion> isWrong, String wrong) {
        List<RuleRegion> suspects = RuleRegion.allOf(file).stream()
                .filter(region -> region.find(function).isPresent())
                .toList();
        return suspects.stream()
                .filter(region -> suspects.size() == 1 || isWrong.test(region))
                .flatMap(region -> region.find(function).stream().map(found -> {
                    Place place = region.place(found.start(1));
                    String name = found.group(1);
                    return Diagnostic.error(
                            error.file(),
                            place.line(),
                            place.column(),
                            null,
                            error.code(),
                            "The function " + name + " " + wrong.formatted(name));
                }))
                .findFirst();
    }
}
