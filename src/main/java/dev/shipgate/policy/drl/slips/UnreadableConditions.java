package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in {@code when} over which the compiler breaks down, or of which it tells only that it cannot be there. */
final class UnreadableConditions implements CompileSlip {

    private static final Pattern CALLED = Pattern.compile("The method (\\w+) of \\w+ cannot stand here.*");

    private static final Pattern SEMICOLON = Pattern.compile("\\b[A-Z]\\w*\\s*\\([^()]*?(;)");
    private static final Pattern MINUTE = Pattern.compile("\\b(minute)\\s*==\\s*\\$\\w+\\s*[-+]");
    private static final Pattern IF = Pattern.compile("\\b(if)\\s*\\(");
    private static final Pattern KEY_WITHOUT_QUOTES = Pattern.compile("\\b(\\w+)\\s*\\[\\s*([A-Za-z]\\w*)\\s*\\]");

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        Matcher called = CALLED.matcher(error.message());
        if (called.matches()) {
            return calledEntry(error, called.group(1));
        }
        if (error.message().startsWith("Type mismatch: ")) {
            return diagnostic(
                    error,
                    MINUTE,
                    found -> "A minute may be a number or an instant. Maybe minuteNumber, which is always a "
                            + "number?");
        }
        return isBreakdown(error)
                ? diagnostic(
                                error,
                                SEMICOLON,
                                found -> "Between the conditions of a fact stands a comma. Maybe , for ;?")
                        .or(() -> diagnostic(
                                error,
                                IF,
                                found -> "There is no if in when. A condition stands between the brackets of a "
                                        + "fact, such as RouteMetrics(p95Ms > 800)."))
                        .or(() -> diagnostic(
                                error,
                                KEY_WITHOUT_QUOTES,
                                found -> "A name in square brackets stands in quotes. Maybe " + found.group(1) + "[\""
                                        + found.group(2) + "\"]?"))
                : Optional.empty();
    }

    private static boolean isBreakdown(ErrorInRule error) {
        return error.message().startsWith(ErrorText.BREAKDOWN)
                || error.message().startsWith("Related pattern cannot be found for if ");
    }

    private static Optional<Diagnostic> diagnostic(
            ErrorInRule error, Pattern sought, Function<Matcher, String> message) {
        return error.inConditions(sought).map(found -> error.at(found.start(1), message.apply(found)));
    }

    /** A value that callers send under any name is an entry, and no call. */
    private static Optional<Diagnostic> calledEntry(ErrorInRule error, String name) {
        String source = error.region().source();
        return error.inConditions(Pattern.compile("\\b" + name + "\\s*\\(\\s*\\)"))
                .filter(found -> source.substring(found.start(), found.end()).contains("\""))
                .map(found -> error.at(
                        found.start(),
                        "An entry is asked for in square brackets. Maybe "
                                + source.substring(found.start(), found.end())
                                        .replaceFirst("\\s*\\(\\s*", "[")
                                        .replaceFirst("\\s*\\)$", "]")
                                + "?"));
    }
}
