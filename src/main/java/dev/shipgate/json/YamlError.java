package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The reason why {@link StrictYaml} cannot read a text, for people.
 *
 * @param line where, from 1
 * @param column where in the line, from 1
 * @param sentence the sentence that names the error there and the text that would be right
 */
public record YamlError(int line, int column, String sentence) {

    /** A tab, or a blank of another kind, such as one that does not break a line. */
    private static final Pattern INDENTED_ODDLY =
            Pattern.compile("^ *(?<odd>[\\t\\p{Zs}&&[^ ]])[\\t\\p{Zs}]*[^\\s\\p{Zs}#]");

    /** As the parser counts them. */
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n\\u0085\\u2028\\u2029]");

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(?<name>.*)'", Pattern.DOTALL);

    /**
     * The error that a reader of the text stumbled over.
     *
     * @param thrown by the reader, which wraps its cause
     */
    public static YamlError of(Throwable thrown, String text) {
        return first(thrown, MarkedYAMLException.class)
                .map(marked -> ofMark(marked, text))
                .or(() -> first(thrown, JsonProcessingException.class).map(YamlError::ofReader))
                .orElseGet(() -> new YamlError(1, 1, noYaml(String.valueOf(thrown.getMessage()))));
    }

    private static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> kind) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static YamlError ofMark(MarkedYAMLException marked, String text) {
        @Nullable Mark mark = marked.getProblemMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        List<String> lines =
                Stream.of(LINE_END.split(text, line + 1)).limit(line).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher odd = INDENTED_ODDLY.matcher(lines.get(i));
            if (odd.find()) {
                return new YamlError(i + 1, odd.start("odd") + 1, oddly(odd.group("odd")));
            }
        }
        return YamlSlips.explained(marked, lines)
                .orElseGet(() ->
                        new YamlError(line, mark == null ? 1 : mark.getColumn() + 1, noYaml(marked.getProblem())));
    }

    private static String oddly(String sign) {
        String name = sign.equals("\t") ? "A tab" : "A blank of another kind, U+%04X,".formatted(sign.codePointAt(0));
        return name + " stands before the text of this line. YAML takes blanks there.";
    }

    private static YamlError ofReader(JsonProcessingException stumble) {
        @Nullable JsonLocation place = stumble.getLocation();
        return new YamlError(
                place == null ? 1 : Math.max(1, place.getLineNr()),
                place == null ? 1 : Math.max(1, place.getColumnNr()),
                sentence(stumble));
    }

    private static String sentence(JsonProcessingException stumble) {
        String message = stumble.getOriginalMessage();
        if (stumble instanceof StrictYamlParser.NotTakenException) {
            return message;
        }
        Matcher twice = TWICE.matcher(message);
        return twice.matches()
                ? "The name \"" + twice.group("name") + "\" is there twice. Leave one of them out."
                : noYaml(message);
    }

    private static String noYaml(String message) {
        String problem = message.lines().findFirst().orElse("");
        return "This is no YAML: " + problem
                + ". Maybe a text with a mark such as : or { or * is not in quotation marks?";
    }
}
