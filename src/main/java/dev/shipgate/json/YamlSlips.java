package dev.shipgate.json;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The most frequent mistakes in YAML, told where they stand and with the right form. The parser only says where it
 * could not go on, in words of its own.
 */
final class YamlSlips {

    private static final String NO_COLON =
            "There is no colon in this line. A field is written as its name, a colon, a blank and its value.";
    private static final String SECOND_COLON =
            "There is a second colon in this line. A text with a colon stands in quotation marks, and each field in a line of "
                    + "its own.";
    private static final String DEEPER =
            "This line is indented deeper than the one before it, which has a value already. What belongs to one thing begins "
                    + "in the same column.";
    private static final String BETWEEN =
            "This line begins in a column in which nothing above it begins that it could belong to. What belongs to one thing "
                    + "begins in the same column.";
    private static final String DASH =
            "This dash begins an element of a list, and what stands before it is none. Maybe a dash is missing there, or this "
                    + "line begins in a wrong column?";
    private static final String AFTER_QUOTES =
            "Behind a closing quotation mark the text goes on. Maybe all of it in double quotation marks?";
    private static final String UNCLOSED_QUOTES = "This quotation mark is never closed.";
    private static final String ESCAPE =
            "Within double quotation marks \\ is written \\\\. Maybe single quotation marks, in which it is itself?";
    private static final String END = "The text ends where a value is missing. Maybe a bracket is never closed?";

    private static final Pattern COLON = Pattern.compile(":(?=\\s|$)");
    private static final Pattern TEXT = Pattern.compile("^\\s*(?<text>[^\\s#].*)");
    private static final Pattern SIGN = Pattern.compile("found character '(?<sign>.+?)' that cannot start any token.*");

    private final String problem;
    private final Mark mark;
    private final @Nullable Mark context;
    private final List<String> lines;

    private YamlSlips(MarkedYAMLException stumble, Mark mark, List<String> lines) {
        this.problem = stumble.getProblem();
        this.mark = mark;
        this.context = stumble.getContextMark();
        this.lines = lines;
    }

    /**
     * The slip over which the parser stumbled; empty if it is none that is known.
     *
     * @param lines those of the text, at least up to the one that it is about
     */
    static Optional<YamlError> explained(MarkedYAMLException stumble, List<String> lines) {
        @Nullable Mark mark = stumble.getProblemMark();
        return mark == null ? Optional.empty() : new YamlSlips(stumble, mark, lines).explained();
    }

    private Optional<YamlError> explained() {
        if (mark.getLine() >= lines.size()) {
            return Optional.empty();
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return Optional.of(colon());
        }
        if (problem.startsWith("could not find expected ':'")) {
            return Optional.of(at(contextOrMark(), NO_COLON));
        }
        if (problem.startsWith("expected <block end>")) {
            return Optional.of(
                    at(mark, startsWithDash() ? DASH : problem.contains("<scalar>") ? AFTER_QUOTES : BETWEEN));
        }
        if (problem.startsWith("expected ',' or")) {
            return Optional.of(bracket(problem.contains("'}'") ? "{" : "["));
        }
        if (problem.startsWith("found unexpected end of stream")) {
            return Optional.of(at(contextOrMark(), UNCLOSED_QUOTES));
        }
        if (problem.startsWith("found unknown escape character")) {
            return Optional.of(at(mark, ESCAPE));
        }
        if (problem.contains("<stream end>")) {
            return Optional.of(at(mark, END));
        }
        Matcher sign = SIGN.matcher(problem);
        return sign.matches()
                ? Optional.of(at(mark, "A text that begins with " + sign.group("sign") + " stands in quotation marks."))
                : Optional.empty();
    }

    /** A colon where no field can begin: mostly because of the text before it, in this line or in an earlier one. */
    private YamlError colon() {
        Matcher first = COLON.matcher(lines.get(mark.getLine()));
        if (first.find() && first.start() < mark.getColumn()) {
            return at(mark, SECOND_COLON);
        }
        for (int line = mark.getLine() - 1; line >= 0; line--) {
            Matcher before = TEXT.matcher(lines.get(line));
            if (before.find()) {
                String text = before.group("text");
                return COLON.matcher(text).find() && !isDashWithoutBlank(text)
                        ? at(mark.getLine(), indentation(mark.getLine()), DEEPER)
                        : at(
                                line,
                                before.start("text"),
                                isDashWithoutBlank(text)
                                        ? "Between a dash and what it begins stands a blank."
                                        : NO_COLON);
            }
        }
        return at(mark, SECOND_COLON);
    }

    /** A bracket that is closed later mostly lacks a comma, where the parser stumbled in its line. */
    private YamlError bracket(String open) {
        return context == null || context.getLine() == mark.getLine()
                ? at(mark, "Maybe a comma is missing before this, or a bracket that closes the " + open + "?")
                : at(
                        context,
                        "This " + open + " is not closed, or a comma is missing between it and line "
                                + (mark.getLine() + 1) + ".");
    }

    private static boolean isDashWithoutBlank(String text) {
        return text.length() > 1 && text.charAt(0) == '-' && Character.isLetter(text.charAt(1));
    }

    private boolean startsWithDash() {
        return lines.get(mark.getLine()).startsWith("-", mark.getColumn());
    }

    private int indentation(int line) {
        return lines.get(line).length() - lines.get(line).stripLeading().length();
    }

    private Mark contextOrMark() {
        return context == null ? mark : context;
    }

    private static YamlError at(Mark place, String sentence) {
        return at(place.getLine(), place.getColumn(), sentence);
    }

    /** Both are from 0, as the parser counts. */
    private static YamlError at(int line, int column, String sentence) {
        return new YamlError(line + 1, column + 1, sentence);
    }
}
