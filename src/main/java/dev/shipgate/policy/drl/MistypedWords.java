package dev.shipgate.policy.drl;

import static java.util.Map.entry;

import dev.shipgate.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, signs and numbers over which the parser stumbles, and the right way to write them. */
public final class MistypedWords {

    /**
     * A word that is no word of rules.
     *
     * @param offset where it stands
     * @param message the text that names the mistake and the right way to write the word
     */
    record Slip(int offset, String message) {}

    private static final String ANNOTATION = "An annotation begins with @. Maybe @owner(\"...\") or @doc(\"...\")?";
    private static final String COMMENT = "A comment begins with //.";
    private static final String OR = "Between the conditions of one fact, or is written ||.";
    private static final String AND = "Between the conditions of one fact, and is a comma or &&.";
    private static final String SMALL = "This word is written in small letters: ";

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("or", OR),
            entry("OR", OR),
            entry("Or", OR),
            entry("and", AND),
            entry("AND", AND),
            entry("And", AND),
            entry("between", "There is no between. Maybe two conditions, such as p95Ms >= 100, p95Ms <= 800?"),
            entry("is", "There is no is. Maybe ==?"),
            entry("like", "There is no like. Maybe str[startsWith] \"...\", or service.matches(\"...\")?"),
            entry("startsWith", "Maybe str[startsWith] \"...\"?"),
            entry("endsWith", "Maybe str[endsWith] \"...\"?"),
            entry("in", "After in stand the values in round brackets. Maybe in (\"...\", \"...\")?"),
            entry("owner", ANNOTATION),
            entry("doc", ANNOTATION),
            entry("=", "To compare takes two signs. Maybe == to compare, or : to give it a name?"),
            entry("!", "Not more is written <=, not less >=, and not equal !=."),
            entry("not", "Not more is written <=, not less >=, and not equal !=."),
            entry("?", "There is no ? in when. Maybe two rules, or two conditions with ||?"),
            entry("#", COMMENT),
            entry("--", COMMENT),
            entry("Rule", SMALL + "rule."),
            entry("RULE", SMALL + "rule."),
            entry("When", SMALL + "when."),
            entry("WHEN", SMALL + "when."),
            entry("Then", SMALL + "then."),
            entry("THEN", SMALL + "then."),
            entry("End", SMALL + "end."),
            entry("END", SMALL + "end."));

    /** The same where it stands just before that. */
    private static final Map<String, String> WORDS_BEFORE = Map.of(
            "AND", "Between facts, and is written in small letters, or left out: two lines mean and.",
            "OR", "Between facts, or is written in small letters.",
            "if", "There is no if in when. Leave it out: a rule fires if there is such a fact.",
            "else", "There is no else in when. Maybe a rule of its own that asks for the opposite?",
            "then", "After an if in then there is no second then. Maybe if (...) { ... }?",
            "not", "Within the brackets of a fact, not is written != or !( ... ).",
            ",", "Maybe this comma is one too many?");

    private static final Pattern TOKEN = Pattern.compile("\\w+|--|==|[^\\w\\s]");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(salience|no-loop|enabled|dialect)\\s*$");
    private static final Pattern VALUE_OF_ATTRIBUTE = Pattern.compile("(?:=+|:)[ \\t]*([^\\s;]+)");
    private static final List<String> ATTRIBUTES = List.of("salience", "no-loop");
    private static final Pattern HEADER = Pattern.compile("(?ms)^[ \\t]*rule\\b(?!.*\\b(?:when|then|end)\\b)");
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.-]+)");
    private static final Pattern IN_ACCUMULATE = Pattern.compile("\\baccumulate\\s*\\((?:[^()]|\\([^()]*\\))*$");
    private static final Pattern FIELD = Pattern.compile("([\\w$.]+(?:\\[[^\\]\\n]*\\])?)\\s*$");
    private static final Pattern REGEX = Pattern.compile("=?~\\s*(\"(?:\\\\.|[^\"\\\\\\n])*\"|)");

    private final String source;
    private final String code;
    private final int offset;

    private MistypedWords(String source, int offset) {
        this.source = source;
        this.code = CodeText.blanked(source);
        this.offset = offset;
    }

    /** The slip where the parser could not go on; empty if it is none that is known. */
    static Optional<Slip> around(String source, int offset) {
        MistypedWords words = new MistypedWords(source, offset);
        return words.number()
                .or(words::attribute)
                .or(words::misspeltAttribute)
                .or(words::packageName)
                .or(words::accumulate)
                .or(words::regex)
                .or(words::comparison)
                .or(words::word)
                .or(words::wordBefore);
    }

    /** The word or sign that begins at an offset; empty at the end. */
    static String wordAt(String code, int offset) {
        Matcher here = TOKEN.matcher(code).region(offset, code.length());
        return here.lookingAt() ? here.group() : "";
    }

    private Optional<Slip> number() {
        int line = code.lastIndexOf('\n', offset - 1) + 1;
        int next = code.indexOf('\n', offset);
        return NumberSlips.unreadable(code, line, next < 0 ? code.length() : next)
                .filter(slip -> slip.start() <= offset
                        && (offset < slip.end()
                                || source.substring(slip.end(), offset).isBlank()))
                .findFirst()
                .map(slip -> new Slip(slip.start(), slip.message()));
    }

    private Optional<Slip> attribute() {
        Matcher name = ATTRIBUTE.matcher(code.substring(0, offset));
        Matcher value = VALUE_OF_ATTRIBUTE.matcher(source).region(offset, source.length());
        return name.find() && value.lookingAt()
                ? slip(
                        offset,
                        "An attribute stands before its value without a sign. Maybe " + name.group(1) + " "
                                + value.group(1) + "?")
                : Optional.empty();
    }

    private Optional<Slip> misspeltAttribute() {
        return HEADER.matcher(code.substring(0, offset)).find()
                ? NearestName.of(wordAt(code, offset), ATTRIBUTES)
                        .flatMap(attribute -> slip(offset, "Maybe " + attribute + "?"))
                : Optional.empty();
    }

    private Optional<Slip> packageName() {
        int line = code.lastIndexOf('\n', offset) + 1;
        Matcher name = PACKAGE.matcher(code).region(line, code.length());
        return name.lookingAt() && code.startsWith("-", offset)
                ? slip(
                        offset,
                        "A package has no hyphen. Maybe package "
                                + name.group(1).replace("-", "") + "?")
                : Optional.empty();
    }

    private Optional<Slip> accumulate() {
        return IN_ACCUMULATE.matcher(code.substring(0, offset)).find()
                ? slip(
                        offset,
                        "Between the facts, the functions and the conditions of an accumulate stands a ;. Maybe "
                                + "accumulate(RouteMetrics(...); $n : count(); $n > 2)?")
                : Optional.empty();
    }

    private Optional<Slip> regex() {
        Matcher field = FIELD.matcher(source.substring(0, offset));
        Matcher regex = REGEX.matcher(source).region(offset, source.length());
        return regex.lookingAt() && field.find()
                ? slip(
                        offset,
                        "A regular expression is asked for with matches. Maybe "
                                + asCall(field.group(1), regex.group(1).isEmpty() ? "\"...\"" : regex.group(1), false)
                                + "?")
                : Optional.empty();
    }

    private Optional<Slip> comparison() {
        String before = code.substring(0, offset);
        if (code.startsWith("=>", offset)) {
            return slip(offset, "Maybe >= for =>?");
        }
        if (code.startsWith(">", offset) && before.endsWith("<")) {
            return slip(offset - 1, "Maybe != for <>?");
        }
        return code.startsWith("=", offset) && before.endsWith("==")
                ? slip(offset - 2, "Maybe == for ===?")
                : Optional.empty();
    }

    private Optional<Slip> word() {
        return Optional.ofNullable(WORDS.get(wordAt(code, offset))).flatMap(message -> slip(offset, message));
    }

    private Optional<Slip> wordBefore() {
        Matcher tokens = TOKEN.matcher(code).region(0, offset);
        String last = "";
        int place = 0;
        while (tokens.find()) {
            last = tokens.group();
            place = tokens.start();
        }
        boolean isJustBefore = source.substring(place + last.length(), offset).isBlank();
        String message = isJustBefore ? WORDS_BEFORE.get(last) : null;
        return message == null ? Optional.empty() : slip(place, message);
    }

    private static Optional<Slip> slip(int offset, String message) {
        return Optional.of(new Slip(offset, message));
    }

    /** A regular expression asked as the compiler understands it, also where the field may not be there. */
    public static String asCall(String field, String regex, boolean negated) {
        return field + " != null && " + (negated ? "!" : "") + field + ".matches(" + regex + ")";
    }
}
