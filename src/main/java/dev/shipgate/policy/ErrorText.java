package dev.shipgate.policy;

import dev.shipgate.policy.ParsedDrl.ParsedRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * An error of the compiler in words for a rule author.
 *
 * @param text the message without what follows about the compiler's own workings
 * @param line the line that the compiler gives, 0 if none
 */
record ErrorText(String text, int line) {

    /** How the messages name what they complain about; the first group is looked for in the rule's text. */
    private static final List<Pattern> COMPLAINTS = List.of(
            Pattern.compile("Unable to (?:parse left part of|Analyse) [Ee]xpression:? (.+?):?$"),
            Pattern.compile("Unable to find class: (\\S+)"),
            Pattern.compile("^(\\S+) cannot be resolved"),
            Pattern.compile("(?:method|Method|constructor|field) '?([\\w.$]+)"),
            Pattern.compile("imported?\\.? (\\S+)"),
            Pattern.compile("The import (\\S+)"));

    private static final Pattern PLACE_IN_CONSEQUENCE = Pattern.compile("\\(line (\\d+),col (\\d+)\\) ?");

    static ErrorText of(Message error) {
        String text = error.getText().lines().findFirst().orElse("");
        return new ErrorText(text.replaceFirst("^\\[ERR \\d+] ", ""), Math.max(0, error.getLine()));
    }

    /** Whether this says something to an author; the compiler also prints whole generated classes. */
    boolean isReadable() {
        return !text.startsWith("Java source of") && !text.startsWith("Parser returned a null");
    }

    Diagnostic withoutPlace() {
        return new Diagnostic(null, 0, 0, null, Diagnostic.Severity.ERROR, "compile", text);
    }

    Diagnostic outsideRules(@Nullable ParsedDrl file) {
        if (file == null) {
            return withoutPlace();
        }
        String[] lines = file.file().text().split("\n", -1);
        int[] place = search(lines, 1, lines.length);
        return diagnostic(file, null, place != null ? place : new int[] {line, line == 0 ? 0 : 1}, text);
    }

    Diagnostic inRule(ParsedDrl file, ParsedRule rule) {
        String[] lines = file.file().text().split("\n", -1);
        Matcher inConsequence = PLACE_IN_CONSEQUENCE.matcher(text);
        if (inConsequence.find()) {
            int line = rule.thenLine() + Integer.parseInt(inConsequence.group(1)) - 1;
            int column = Integer.parseInt(inConsequence.group(2));
            return diagnostic(file, rule, new int[] {line, column}, inConsequence.replaceFirst(""));
        }
        int[] place = search(lines, rule.info().line(), rule.endLine());
        return diagnostic(
                file, rule, place != null ? place : new int[] {rule.info().line(), 1}, text);
    }

    private static Diagnostic diagnostic(ParsedDrl file, @Nullable ParsedRule rule, int[] place, String message) {
        return new Diagnostic(
                file.file().path(),
                place[0],
                place[1],
                rule == null ? null : rule.info().rule(),
                Diagnostic.Severity.ERROR,
                "compile",
                message);
    }

    /** Line and column, from 1, of what the message complains about. */
    private int @Nullable [] search(String[] lines, int from, int to) {
        for (Pattern complaint : COMPLAINTS) {
            Matcher matcher = complaint.matcher(text);
            if (!matcher.find()) {
                continue;
            }
            for (int number = from; number <= Math.min(to, lines.length); number++) {
                int column = lines[number - 1].indexOf(matcher.group(1));
                if (column >= 0) {
                    return new int[] {number, column + 1};
                }
            }
        }
        return null;
    }
}
