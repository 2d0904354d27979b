package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.NumberSlips;
import dev.shipgate.policy.drl.RuleRegion;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mistakes that keep the code under {@code then} from being read as Java. */
final class UnreadableCode implements CompileSlip {

    private static final Pattern NO_BRACKETS = Pattern.compile("\\b(insert|update|delete)\\s+(?=new\\b|\\$)");
    private static final Pattern HASH = Pattern.compile("#");
    private static final Pattern DASHES = Pattern.compile("--(?=\\s*[A-Za-z])");
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^[ \\t]*(@\\w+)");
    private static final Pattern IF = Pattern.compile("\\bif\\b(?!\\s*\\()");
    private static final Pattern ELSE = Pattern.compile("\\belse\\b");
    private static final Pattern WORD = Pattern.compile("\\b(and|AND|or|OR)\\b");
    private static final Pattern OPEN_LINE =
            Pattern.compile("(?m)^[ \\t]*(?:insert|update|delete)\\b[^;{}\\n]*\\)([ \\t]*)$(?!\\s*[.;+)])");
    private static final Pattern OPEN_BLOCK =
            Pattern.compile("\\b(?:insert|update|delete)\\b[^;{}]{0,2000}\\)(\\s*)\\}");
    private static final Pattern FOUND =
            Pattern.compile("Found\\s+\"(.+)\" <(?:STRING_LITERAL|IDENTIFIER|\\w*LITERAL)>.*");

    @Override
    public Optional<Diagnostic> explained(ErrorInRule error) {
        boolean unreadable =
                error.message().startsWith("Parse error") || error.message().startsWith("Lexical error");
        return unreadable
                ? diagnostic(
                                error,
                                NO_BRACKETS,
                                found -> "After " + found.group(1) + " stand brackets. Maybe " + found.group(1)
                                        + "(...)?")
                        .or(() -> diagnostic(error, HASH, found -> "A comment begins with //."))
                        .or(() -> diagnostic(error, DASHES, found -> "A comment begins with //."))
                        .or(() -> number(error))
                        .or(() -> diagnostic(error, ANNOTATION, found -> found.group(1) + " stands before when."))
                        .or(() -> diagnostic(
                                error,
                                IF,
                                found -> "The condition of an if stands in brackets. Maybe if (...) { ... }?"))
                        .or(() -> diagnostic(error, WORD, UnreadableCode::word))
                        .or(() -> bracket(error))
                        .or(() -> semicolon(error, OPEN_LINE, "at the end of this line"))
                        .or(() -> semicolon(error, OPEN_BLOCK, "before the }"))
                        .or(() -> otherwise(error))
                        .or(() -> missingBefore(error))
                : Optional.empty();
    }

    private static Optional<Diagnostic> diagnostic(
            ErrorInRule error, Pattern sought, Function<Matcher, String> message) {
        return error.region()
                .findInConsequence(sought)
                .map(found -> error.at(found.start(Math.min(1, found.groupCount())), message.apply(found)));
    }

    private static Optional<Diagnostic> number(ErrorInRule error) {
        RuleRegion region = error.region();
        return NumberSlips.unreadable(region.code(), region.conditionsEnd(), region.end())
                .findFirst()
                .map(slip -> error.at(slip.start(), slip.message()));
    }

    private static String word(Matcher found) {
        return "There is no " + found.group() + " in then. Maybe "
                + (found.group().equalsIgnoreCase("and") ? "&&" : "||") + "?";
    }

    private static Optional<Diagnostic> bracket(ErrorInRule error) {
        RuleRegion region = error.region();
        int from = region.conditionsEnd();
        for (int i = from; i <= region.end(); i++) {
            boolean ends = i == region.end() || region.code().charAt(i) == ';';
            Optional<Integer> lone = ends ? region.loneBracket(from, i) : Optional.empty();
            if (lone.isPresent()) {
                boolean open = region.code().charAt(lone.get()) == '(';
                return Optional.of(error.at(
                        lone.get(),
                        open
                                ? "This bracket is never closed. Maybe a ) is missing?"
                                : "This bracket closes none. Maybe it is one too many?"));
            }
            from = ends ? i + 1 : from;
        }
        return Optional.empty();
    }

    private static Optional<Diagnostic> semicolon(ErrorInRule error, Pattern sought, String where) {
        return error.region()
                .findInConsequence(sought)
                .map(found -> error.at(found.start(1), "Maybe a ; is missing " + where + "?"));
    }

    private static Optional<Diagnostic> missingBefore(ErrorInRule error) {
        Matcher message = FOUND.matcher(error.message());
        if (!message.find()) {
            return Optional.empty();
        }
        String found = message.group(1).replace("\\\"", "\"");
        Pattern limit = Pattern.compile("\\)\\s*(" + Pattern.quote(found) + ")\\s*\\(");
        return error.region()
                .findInConsequence(limit)
                .map(call -> error.at(call.start(1), "Maybe a point is missing before " + found + "?"))
                .or(() -> Optional.of(error.error().withMessage("Maybe a comma is missing before " + found + "?")));
    }

    private static Optional<Diagnostic> otherwise(ErrorInRule error) {
        return error.message().startsWith("Parse error. Found \"else\"")
                        && !error.region().has("if")
                ? diagnostic(
                        error,
                        ELSE,
                        found -> "There is no else without an if. Maybe a rule of its own that asks in when for the "
                                + "opposite?")
                : Optional.empty();
    }
}
