package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.Mark;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a text cannot be read by {@link StrictYaml}, for people.
 *
 * @param line where, from 1
 * @param column where in the line, from 1
 * @param sentence what is wrong there, and what would be right
 */
public record YamlError(int line, int column, String sentence) {

    private static final Pattern INDENTED_BY_TAB = Pattern.compile("^ *(?<tab>\\t)[ \\t]*[^\\s#]");
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(?<name>.*)'", Pattern.DOTALL);

    /** @param thrown by the reader of the text, which wraps what it stumbles over */
    public static YamlError of(Throwable thrown, String text) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof JsonProcessingException)) {
            cause = cause.getCause();
        }
        if (cause instanceof MarkedYAMLException marked) {
            return ofMark(marked, text);
        }
        JsonLocation place = cause instanceof JsonProcessingException stumble ? stumble.getLocation() : null;
        return new YamlError(
                place == null ? 1 : Math.max(1, place.getLineNr()),
                place == null ? 1 : Math.max(1, place.getColumnNr()),
                sentence(cause));
    }

    private static YamlError ofMark(MarkedYAMLException marked, String text) {
        @Nullable Mark mark = marked.getProblemMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        String[] lines = text.lines().limit(line).toArray(String[]::new);
        for (int i = 0; i < lines.length; i++) {
            Matcher tab = INDENTED_BY_TAB.matcher(lines[i]);
            if (tab.find()) {
                return new YamlError(
                        i + 1, tab.start("tab") + 1, "A tab stands before the text of this line. YAML takes blanks there.");
            }
        }
        return new YamlError(line, mark == null ? 1 : mark.getColumn() + 1, noYaml(marked.getProblem()));
    }

    private static String sentence(Throwable cause) {
        String message = cause instanceof JsonProcessingException stumble
                ? stumble.getOriginalMessage()
                : String.valueOf(cause.getMessage());
        if (cause instanceof StrictYamlParser.NotTakenException) {
            return message;
        }
        Matcher twice = TWICE.matcher(message);
        return twice.matches()
                ? "The name \"" + twice.group("name") + "\" is there twice. Leave one of them out."
                : noYaml(message.lines().findFirst().orElse(""));
    }

    private static String noYaml(String problem) {
        return "This is no YAML: " + problem
                + ". Maybe a text with a mark such as : or { or * is not in quotation marks?";
    }
}
