package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.drl.GeneratedPlace;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drl.ParsedDrl.ParsedRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * An error of the compiler in words for a rule author.
 *
 * @param text the message without its last part, which is about the compiler's own workings
 * @param path the file that the compiler names, a rule file or one of its own classes; null if it names none
 * @param line the line in the rule file that the compiler gives, 0 if it gives none or one of its own classes
 * @param generated the place in its own class that the compiler gives; null if it gives none
 */
public record ErrorText(
        String text,
        @Nullable String path,
        int line,
        @Nullable GeneratedPlace generated) {

    public static final String CODE = "compile";

    /** Stands before the compiler's own message when it breaks down. */
    static final String BREAKDOWN = "The compiler cannot make anything of this: ";

    /**
     * The ways in which messages name the wrong word or expression; the first group is looked for in the rule's text.
     */
    private static final List<Pattern> COMPLAINTS = List.of(
            Pattern.compile("Unable to (?:parse left part of|Analyse) [Ee]xpression:? (.+?):?$"),
            Pattern.compile("Unable to find class: (\\S+)"),
            Pattern.compile("^(\\S+) cannot be resolved"),
            Pattern.compile("(?:method|Method|constructor|field) '?([\\w.$]+)"),
            Pattern.compile("imported?\\.? (\\S+)"),
            Pattern.compile("The import (\\S+)"));

    /** The compiler loses the expression that it makes of a text. */
    static final String MATCHES =
            "The operator matches cannot take a text. Write it as a call, such as route.matches(\"...\").";

    /** Counted from {@code then}, in a copy without indentation: the column is of no use. */
    private static final Pattern PLACE_IN_CONSEQUENCE = Pattern.compile("\\(line (\\d+),col \\d+\\) ?");

    /** It prints its own classes, too. */
    private static final String PRINTED = "Java source of ";

    public static List<ErrorText> allOf(List<Message> errors) {
        Map<String, String> printed = errors.stream()
                .filter(error -> error.getText().startsWith(PRINTED))
                .collect(Collectors.toMap(
                        Message::getPath,
                        error -> error.getText().substring(error.getText().indexOf('\n') + 1),
                        (one, other) -> one));
        return errors.stream()
                .map(error -> of(error, printed.get(error.getPath())))
                .toList();
    }

    private static ErrorText of(Message error, @Nullable String java) {
        String text = error.getText().lines().findFirst().orElse("");
        boolean inRuleFile = error.getPath() != null && error.getPath().endsWith(".drl");
        return new ErrorText(
                text.replaceFirst("^Unable to parse consequence caused by: ", "")
                        .replaceFirst("^regexp_\\w+ cannot be resolved.*", MATCHES)
                        .replaceFirst(", expected one of .*", ". Maybe something is missing just before it?"),
                error.getPath(),
                inRuleFile ? Math.max(0, error.getLine()) : 0,
                // Its column is the offset in the class.
                java == null ? null : new GeneratedPlace(java, error.getColumn()));
    }

    /** The compiler broke down over the rules. */
    public static ErrorText of(Throwable breakdown) {
        String words = breakdown.getMessage() == null
                ? breakdown.getClass().getSimpleName()
                : breakdown.getMessage().lines().findFirst().orElse("");
        return new ErrorText(BREAKDOWN + words, null, 0, null);
    }

    /** Whether this says something to an author. */
    public boolean isReadable() {
        return !text.startsWith(PRINTED)
                && !text.startsWith("Parser returned a null")
                && !text.contains("PatternDSL")
                && !text.contains("in the type DSL");
    }

    /** Whether the compiler says exactly where in the rule file it is. */
    public boolean hasPlace() {
        return line > 0 && !PLACE_IN_CONSEQUENCE.matcher(text).find();
    }

    /** Without a line, and without a file where the compiler names none. */
    public Diagnostic inFile(@Nullable ParsedDrl file) {
        return Diagnostic.error(file == null ? null : file.file().path(), CODE, text);
    }

    /** At the line that the compiler gives, or where the file first has the expression that the message names. */
    public Diagnostic atItsLine(@Nullable ParsedDrl file) {
        if (file == null) {
            return inFile(null);
        }
        String[] lines = file.lines();
        Place start = new Place(Math.max(1, line), 1);
        return file.error(search(lines, start, line > 0 ? line : lines.length), null, CODE, text);
    }

    public Diagnostic inRule(ParsedDrl file, ParsedRule rule) {
        MisspeltNames names = new MisspeltNames(file);
        Matcher inConsequence = PLACE_IN_CONSEQUENCE.matcher(text);
        if (inConsequence.find()) {
            int number = Math.min(rule.thenLine() + Integer.parseInt(inConsequence.group(1)) - 1, file.lines().length);
            Place place = new Place(number, indentation(file.lines()[number - 1]) + 1);
            return file.error(place, rule, CODE, inConsequence.replaceFirst(""));
        }
        String message = names.explain(text, file.textOf(rule));
        Place start = new Place(rule.info().line(), 1);
        Place found = generated == null
                ? search(file.lines(), start, rule.endLine())
                : file.placeInConsequence(rule, generated)
                        .map(place -> search(file.lines(), place, place.line()))
                        .orElseGet(() -> search(file.lines(), start, rule.endLine()));
        return file.error(found, rule, CODE, message);
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The place of the expression that the message names; the start of the search if that is not found. */
    private Place search(String[] lines, Place start, int lastLine) {
        for (Pattern complaint : COMPLAINTS) {
            Matcher matcher = complaint.matcher(text);
            if (!matcher.find()) {
                continue;
            }
            // As a whole: $rout is not found in $route.
            Pattern complainedAbout = Pattern.compile("(?<![\\w$])" + Pattern.quote(matcher.group(1)) + "(?![\\w$])");
            Optional<Place> place = Place.find(complainedAbout, lines, start.line(), lastLine);
            if (place.isPresent()) {
                return place.get();
            }
        }
        return start;
    }
}
