package dev.shipgate.policy.drl;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.RuleFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most frequent typing mistakes, told where they stand and with the right form. The parser only says where it could
 * not go on.
 */
final class SyntaxSlips {

    private static final String SMALL = "This word is written in small letters: ";

    private static final Pattern UNQUOTED_NAME =
            Pattern.compile("rule[ \\t]+((?!extends\\b)\\w+(?:[ \\t]+(?!extends\\b|salience\\b|no-loop\\b)[\\w-]+)+)");
    private static final Pattern BARE_COMPARISON = Pattern.compile("==|!=|<=|>=|[<>]");
    private static final Pattern ENDS_WITH_VALUE = Pattern.compile("[\\w\")']\\s*$");

    private static final Pattern ENDS_WITH_KIND = Pattern.compile("(?<![\\w.$])([A-Z]\\w*+)\\s*+$");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(salience|no-loop)\\s*$");
    private static final String STANDS_BEFORE = " stands before when.";

    private final FileText text;
    private final List<RuleRegion> regions;

    SyntaxSlips(RuleFile file) {
        this.text = new FileText(file.source());
        this.regions = RuleRegion.allOf(file);
    }

    /** The same error told as the slip that it is; as it is, if it is none that is known. */
    Diagnostic explained(Diagnostic error) {
        return structural(error).or(() -> ofWords(error)).orElse(error);
    }

    /** The error that something is missing from a rule, up to the rule in which the parser stumbled. */
    private Optional<Diagnostic> structural(Diagnostic error) {
        for (RuleRegion region : regions) {
            if (region.line() > error.line()) {
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
        return quotes(region, error)
                .or(() -> smallLetters(region, error))
                .or(() -> word(region, error))
                .or(() -> bracket(region, error));
    }

    private Optional<Diagnostic> quotes(RuleRegion region, Diagnostic error) {
        return region.find(UNQUOTED_NAME)
                // A name in quotes is no code, and the words behind it are no name.
                .filter(found -> region.source()
                        .substring(found.start() + "rule".length(), found.start(1))
                        .isBlank())
                .flatMap(name -> diagnostic(
                        error,
                        region,
                        name.start(1),
                        "A name of several words stands in quotes. Maybe rule \""
                                + name.group(1).strip() + "\"?"));
    }

    private Optional<Diagnostic> smallLetters(RuleRegion region, Diagnostic error) {
        for (String word : List.of("when", "then", "end")) {
            Optional<Matcher> otherwise = region.find(Pattern.compile("(?i)\\b" + word + "\\b"));
            if (!region.has(word) && otherwise.isPresent()) {
                return diagnostic(error, region, otherwise.get().start(), SMALL + word + ".");
            }
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> word(RuleRegion region, Diagnostic error) {
        if (!region.has("then")) {
            Optional<Matcher> consequence = region.find(Pattern.compile("\\b(?:insert|modify|delete|update)\\s*\\("));
            return diagnostic(
                    error,
                    region,
                    consequence.map(Matcher::start).orElse(region.lastCode()),
                    "The rule has no then. Maybe it is missing before this?");
        }
        if (!region.has("end")) {
            return diagnostic(
                    error, region, region.lastCode(), "The rule has no end. Maybe it is missing after this line?");
        }
        return !region.has("when") && regionOf(error).filter(region::equals).isPresent()
                ? diagnostic(error, region, offset(error), "The rule has no when. Maybe it is missing before this?")
                : Optional.empty();
    }

    private Optional<Diagnostic> bracket(RuleRegion region, Diagnostic error) {
        return region.loneBracket(region.conditionsStart(), region.conditionsEnd())
                .flatMap(bracket -> diagnostic(
                        error,
                        region,
                        bracket,
                        region.code().charAt(bracket) == '('
                                ? "This bracket is never closed. Maybe a ) is missing?"
                                : "This bracket closes none. Maybe it is one too many?"));
    }

    private Optional<Diagnostic> ofWords(Diagnostic error) {
        int offset = offset(error);
        return MistypedWords.around(text.source(), offset)
                .flatMap(slip -> diagnostic(error, slip.offset(), slip.message()))
                .or(() -> ofConditions(error, offset));
    }

    private Optional<Diagnostic> ofConditions(Diagnostic error, int offset) {
        RuleRegion region = regionOf(error).orElse(null);
        if (region == null || offset > region.conditionsEnd()) {
            return Optional.empty();
        }
        boolean inBrackets =
                region.loneBracket(region.conditionsStart(), offset).isPresent();
        String word = MistypedWords.wordAt(region.code(), offset);
        String before = text.source().substring(0, offset);
        if (inBrackets) {
            return word.matches("\\w+") && ENDS_WITH_VALUE.matcher(before).find()
                    ? diagnostic(error, offset, "Maybe a comma is missing before " + word + "?")
                    : Optional.empty();
        }
        Matcher kind = ENDS_WITH_KIND.matcher(before);
        if (!word.equals("(") && kind.find()) {
            return diagnostic(
                    error, offset, "Behind the kind of fact stand round brackets. Maybe " + kind.group(1) + "(...)?");
        }
        if (BARE_COMPARISON.matcher(word).matches()) {
            return diagnostic(
                    error,
                    offset,
                    "A condition stands between the brackets of a fact. Maybe Release(service == \"...\")?");
        }
        Matcher attribute = ATTRIBUTE.matcher(before);
        if (attribute.find()) {
            return diagnostic(error, attribute.start(), attribute.group(1) + STANDS_BEFORE);
        }
        return switch (word) {
            case "," -> diagnostic(error, offset, "Between two facts stands no comma: two lines mean and.");
            case "@" -> diagnostic(error, offset, "An annotation such as @owner" + STANDS_BEFORE);
            default -> Optional.empty();
        };
    }

    private Optional<RuleRegion> regionOf(Diagnostic error) {
        int offset = offset(error);
        return regions.stream()
                .filter(region -> region.start() <= offset && offset <= region.end())
                .findFirst();
    }

    private int offset(Diagnostic error) {
        int start = text.startOf(error.line());
        return Math.min(text.source().length(), start + Math.max(0, error.column() - 1));
    }

    private Optional<Diagnostic> diagnostic(Diagnostic error, int offset, String message) {
        return diagnostic(error, text.place(offset), message);
    }

    private static Optional<Diagnostic> diagnostic(Diagnostic error, RuleRegion region, int offset, String message) {
        return diagnostic(error, region.place(offset), message);
    }

    private static Optional<Diagnostic> diagnostic(Diagnostic error, Place place, String message) {
        return Optional.of(
                Diagnostic.error(error.file(), place.line(), place.column(), error.rule(), error.code(), message));
    }
}
