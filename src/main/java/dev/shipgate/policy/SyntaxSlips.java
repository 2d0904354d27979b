package dev.shipgate.policy;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors mistype most often, told where it stands and with what to write instead. The parser only says where it
 * could not go on.
 */
final class SyntaxSlips {

    private static final String COMMENT = "A comment begins with //.";
    private static final String OR = "Between the conditions of one fact, or is written ||.";
    private static final String AND = "Between the conditions of one fact, and is a comma or &&.";
    private static final String SMALL = "This word is written in small letters: ";

    /** What the parser stumbles over, and what is meant. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("or", OR),
            entry("OR", OR),
            entry("Or", OR),
            entry("and", AND),
            entry("AND", AND),
            entry("And", AND),
            entry("between", "There is no between. Maybe two conditions, such as p95Ms >= 100, p95Ms <= 800?"),
            entry("is", "There is no is. Maybe ==?"),
            entry("like", "There is no like. Maybe str[startsWith] \"...\", or matches \"...\"?"),
            entry("startsWith", "Maybe str[startsWith] \"...\"?"),
            entry("endsWith", "Maybe str[endsWith] \"...\"?"),
            entry("in", "After in stand the values in round brackets. Maybe in (\"...\", \"...\")?"),
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
            "not", "Within the brackets of a fact, not is written != or !( ... ).",
            ",", "Maybe this comma is one too many?");

    private static final Pattern TOKEN = Pattern.compile("\\w+|--|==|[^\\w\\s]");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%\\s*$");
    private static final Pattern UNQUOTED_NAME =
            Pattern.compile("rule[ \\t]+((?!extends\\b)\\w+(?:[ \\t]+(?!extends\\b|salience\\b|no-loop\\b)[\\w-]+)+)");
    private static final Pattern BARE_COMPARISON = Pattern.compile("==|!=|<=|>=|[<>]");
    private static final Pattern ENDS_WITH_VALUE = Pattern.compile("[\\w\")']\\s*$");

    private final RuleFile file;
    private final List<RuleRegion> regions;

    SyntaxSlips(RuleFile file) {
        this.file = file;
        this.regions = RuleRegion.allOf(file);
    }

    /** The same error told as the slip that it is; as it is, if it is none that is known. */
    Diagnostic explained(Diagnostic error) {
        return structural(error).or(() -> ofWords(error)).orElse(error);
    }

    /** What is missing from a rule, up to the one in which the parser stumbled. */
    private Optional<Diagnostic> structural(Diagnostic error) {
        for (RuleRegion region : regions) {
            if (region.place(region.start()).line() > error.line()) {
                break;
            }
            Optional<Diagnostic> missing = region.isRule() ? missing(region, error) : Optional.empty();
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> missing(RuleRegion region, Diagnostic error) {
        // A name in quotes is no code, and what follows it is no name.
        Optional<Matcher> name = region.find(UNQUOTED_NAME)
                .filter(found -> region.source()
                        .substring(found.start() + "rule".length(), found.start(1))
                        .isBlank());
        if (name.isPresent()) {
            return told(
                    error,
                    region,
                    name.get().start(1),
                    "A name of several words stands in quotes. Maybe rule \""
                            + name.get().group(1).strip() + "\"?");
        }
        for (String word : List.of("when", "then", "end")) {
            Optional<Matcher> otherwise = region.find(Pattern.compile("(?i)\\b" + word + "\\b"));
            if (!region.has(word) && otherwise.isPresent()) {
                return told(error, region, otherwise.get().start(), SMALL + word + ".");
            }
        }
        if (!region.has("then")) {
            Optional<Matcher> consequence = region.find(Pattern.compile("\\b(?:insert|modify|delete|update)\\s*\\("));
            return told(
                    error,
                    region,
                    consequence.map(Matcher::start).orElse(region.lastCode()),
                    "The rule has no then. Maybe it is missing before this?");
        }
        if (!region.has("end")) {
            return told(error, region, region.lastCode(), "The rule has no end. Maybe it is missing after this line?");
        }
        if (!region.has("when") && regionOf(error).filter(region::equals).isPresent()) {
            return told(error, region, offset(error), "The rule has no when. Maybe it is missing before this?");
        }
        return region.loneBracket(region.conditionsStart(), region.conditionsEnd())
                .flatMap(bracket -> told(
                        error,
                        region,
                        bracket,
                        region.code().charAt(bracket) == '('
                                ? "This bracket is never closed. Maybe a ) is missing?"
                                : "This bracket closes none. Maybe it is one too many?"));
    }

    private Optional<Diagnostic> ofWords(Diagnostic error) {
        String source = file.source();
        String code = CodeText.blanked(source);
        int offset = offset(error);
        Matcher here = TOKEN.matcher(code).region(offset, code.length());
        String word = here.lookingAt() ? here.group() : "";
        String before = code.substring(0, offset);
        Matcher percent = PERCENT.matcher(before);
        if (percent.find()) {
            return told(
                    error,
                    percent.start(),
                    "A ratio is a part of 1. Maybe "
                            + new BigDecimal(percent.group(1)).movePointLeft(2).toPlainString() + " for "
                            + percent.group(1) + " %?");
        }
        if (word.equals("=") && code.startsWith("=>", offset)) {
            return told(error, offset, "Maybe >= for =>?");
        }
        if (word.equals(">") && before.endsWith("<")) {
            return told(error, offset - 1, "Maybe != for <>?");
        }
        if (word.equals("=") && before.endsWith("==")) {
            return told(error, offset - 2, "Maybe == for ===?");
        }
        String hint = WORDS.get(word);
        if (hint != null) {
            return told(error, offset, hint);
        }
        String culprit = lastToken(before);
        String hintBefore = WORDS_BEFORE.get(culprit);
        int place = before.lastIndexOf(culprit);
        boolean isJustBefore =
                source.substring(place + culprit.length(), offset).isBlank();
        if (hintBefore != null && isJustBefore) {
            return told(error, place, hintBefore);
        }
        return ofConditions(error, offset, word, source.substring(0, offset));
    }

    private static String lastToken(String before) {
        Matcher tokens = TOKEN.matcher(before);
        String last = "";
        while (tokens.find()) {
            last = tokens.group();
        }
        return last;
    }

    private Optional<Diagnostic> ofConditions(Diagnostic error, int offset, String word, String before) {
        RuleRegion region = regionOf(error).orElse(null);
        if (region == null || offset > region.conditionsEnd()) {
            return Optional.empty();
        }
        boolean inBrackets =
                region.loneBracket(region.conditionsStart(), offset).isPresent();
        if (!inBrackets && BARE_COMPARISON.matcher(word).matches()) {
            return told(
                    error,
                    offset,
                    "A condition stands between the brackets of a fact. Maybe Release(service == \"...\")?");
        }
        boolean missingComma = inBrackets
                && word.matches("\\w+")
                && ENDS_WITH_VALUE.matcher(before).find();
        return missingComma ? told(error, offset, "Maybe a comma is missing before " + word + "?") : Optional.empty();
    }

    private Optional<RuleRegion> regionOf(Diagnostic error) {
        int offset = offset(error);
        return regions.stream()
                .filter(region -> region.start() <= offset && offset <= region.end())
                .findFirst();
    }

    private int offset(Diagnostic error) {
        int start = 0;
        for (int line = 1; line < error.line(); line++) {
            start = file.source().indexOf('\n', start) + 1;
        }
        return Math.min(file.source().length(), start + Math.max(0, error.column() - 1));
    }

    private Optional<Diagnostic> told(Diagnostic error, int offset, String message) {
        return told(error, new RuleRegion(file.source(), "", 0, 0), offset, message);
    }

    private static Optional<Diagnostic> told(Diagnostic error, RuleRegion region, int offset, String message) {
        Place place = region.place(offset);
        return Optional.of(
                Diagnostic.error(error.file(), place.line(), place.column(), error.rule(), error.code(), message));
    }
}
