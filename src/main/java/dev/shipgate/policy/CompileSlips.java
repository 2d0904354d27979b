package dev.shipgate.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What authors write by mistake and the parser accepts, told where it stands and with what to write instead. The
 * compiler complains about what it has made of it.
 */
final class CompileSlips {

    /** What the compiler calls what it makes itself. */
    private static final Pattern GENERATED = Pattern.compile(
            "Rules[0-9A-F]{32}|\\bRule_|Lambda(?:Predicate|Consequence|Extractor|Introspector)|GENERATED_|\\b_this\\b"
                    + "|defaultpkg|DomainClassesMetadata|PatternDSL|lambda expression|\\bto U\\b|_LITERAL>|on token|\\bto complete\\b");

    private static final String UNKNOWN = "The compiler cannot make anything of this rule. Maybe a value of another"
            + " type than the field it is compared with?";

    private static final Pattern NO_CONDITION = Pattern.compile("Predicate '(.+)' must be a Boolean expression");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\b(\\d+),(\\d+)\\b");
    private static final Pattern ONE_SIGN = Pattern.compile("(?<![&|])[&|](?![&|])");
    private static final Pattern NO_METHOD =
            Pattern.compile("The method (\\w+)\\(.*\\) is undefined for the type Rules[0-9A-F]{32}.*");
    private static final Pattern NO_VARIABLE = Pattern.compile(
            "(?:(\\$\\w+) cannot be resolved to a variable|Unable to Analyse Expression .*?(\\$\\w+).*)");
    private static final Pattern UNIT = Pattern.compile("Encountered unexpected token: \"(\\d+)([a-z]+)\" .*");
    private static final Pattern ASSERT = Pattern.compile("\\bassert\\b");
    private static final Pattern HASH = Pattern.compile("#");
    private static final Pattern DASHES = Pattern.compile("--(?=\\s*[A-Za-z])");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%(?=\\s*[),;])");
    private static final Pattern OPEN_LINE =
            Pattern.compile("(?m)^[ \\t]*(?:insert|update|delete)\\b[^;{}\\n]*\\)([ \\t]*)$(?!\\s*[.;+)])");
    private static final Pattern ENUM_AS_TEXT = Pattern.compile("\\b(\\w+)\\s*(?:==|!=)\\s*(?:\"(\\w*)\"|(\\w+))");
    private static final Pattern LIMIT = Pattern.compile("\\b(\\w+)\\s*(?:[<>]=?|==|!=)");

    /** What other languages call it. */
    private static final Set<String> INSERTS =
            Set.of("add", "put", "emit", "append", "assertfact", "insertfact", "insert", "report", "create");

    private final ParsedDrl file;
    private final List<RuleRegion> regions;
    private final ImportedFacts facts;

    CompileSlips(ParsedDrl file) {
        this.file = file;
        this.regions = RuleRegion.allOf(file.file());
        this.facts = new ImportedFacts(file.file());
    }

    /** The same error told as the slip that it is; as it is, if it is none that is known. */
    Diagnostic explained(Diagnostic error) {
        Optional<RuleRegion> region = regions.stream()
                .filter(one -> one.place(one.start()).line() <= error.line())
                .reduce((one, later) -> later);
        Diagnostic told = region.flatMap(of -> ofRule(error, of)).orElse(error);
        return GENERATED.matcher(told.message()).find() ? told.withMessage(UNKNOWN) : told;
    }

    private Optional<Diagnostic> ofRule(Diagnostic error, RuleRegion region) {
        String message = error.message();
        Matcher method = NO_METHOD.matcher(message);
        if (method.matches()) {
            return Optional.of(error.withMessage(noMethod(method.group(1))));
        }
        Matcher variable = NO_VARIABLE.matcher(message);
        if (variable.matches()) {
            String name = variable.group(1) != null ? variable.group(1) : variable.group(2);
            return Optional.of(error.withMessage(
                    "Nothing is called " + name + " here. Maybe " + name + " : " + name.substring(1) + " in when?"));
        }
        return ofConditions(error, region, message).or(() -> ofConsequence(error, region, message));
    }

    private static String noMethod(String name) {
        if (INSERTS.contains(name.toLowerCase(Locale.ROOT))) {
            return "There is no " + name + "(...). Maybe insert(...)?";
        }
        return Character.isUpperCase(name.charAt(0))
                ? "What is inserted has to be made. Maybe new " + name + "(...)?"
                : "There is no function " + name + " here. Maybe it is misspelt?";
    }

    private Optional<Diagnostic> ofConditions(Diagnostic error, RuleRegion region, String message) {
        Matcher condition = NO_CONDITION.matcher(message);
        if (condition.matches()) {
            return Optional.of(noCondition(error, region, condition.group(1)));
        }
        Matcher unit = UNIT.matcher(message.replaceFirst("^The compiler cannot make anything of this: ", ""));
        if (unit.matches()) {
            Pattern written = Pattern.compile("\\b" + unit.group(1) + unit.group(2) + "\\b");
            return region.find(written)
                    .map(found ->
                            at(error, region, found.start(), "A number has no unit. Maybe " + unit.group(1) + "?"));
        }
        if (message.contains("dev.shipgate.decision.Limit")) {
            return region.findInConditions(LIMIT)
                    .map(found -> at(
                            error,
                            region,
                            found.start(1),
                            found.group(1) + " is a limit and who set it. Maybe " + found.group(1) + ".value?"));
        }
        return message.contains("lambda expression") || message.contains(" to U") || message.contains("Analyse")
                ? enumAsText(error, region)
                : Optional.empty();
    }

    private Diagnostic noCondition(Diagnostic error, RuleRegion region, String condition) {
        Optional<Matcher> comma = region.findInConditions(DECIMAL_COMMA);
        if (comma.isPresent() && comma.get().group(2).equals(condition)) {
            return at(error, region, comma.get().start(), withPoint(comma.get()));
        }
        Optional<Matcher> sign = region.findInConditions(ONE_SIGN);
        if (sign.isPresent() && ONE_SIGN.matcher(condition).find()) {
            String one = sign.get().group();
            return at(error, region, sign.get().start(), "Maybe " + one + one + " for " + one + "?");
        }
        int offset = Math.max(region.start(), region.source().indexOf(condition, region.start()));
        return at(
                error,
                region,
                offset,
                "This is no condition: " + condition
                        + ". Maybe each side needs its field, such as service == \"a\" || service == \"b\"?");
    }

    /** A comma in a number stands for a point, or for nothing when three digits follow. */
    private static String withPoint(Matcher comma) {
        boolean thousands = comma.group(2).length() == 3 && !comma.group(1).equals("0");
        return "A number has a point, and no comma. Maybe " + comma.group(1) + (thousands ? "" : ".") + comma.group(2)
                + "?";
    }

    private Optional<Diagnostic> enumAsText(Diagnostic error, RuleRegion region) {
        String source = region.source();
        Matcher comparison = ENUM_AS_TEXT
                .matcher(source)
                .region(region.conditionsStart(), Math.max(region.conditionsStart(), region.conditionsEnd()));
        while (comparison.find()) {
            String field = comparison.group(1);
            String value = comparison.group(2) != null ? comparison.group(2) : comparison.group(3);
            Optional<Class<?>> type = facts.enumOf(field);
            if (type.isPresent()) {
                String of = type.get().getEnclosingClass() == null
                        ? type.get().getSimpleName()
                        : type.get().getEnclosingClass().getSimpleName() + "."
                                + type.get().getSimpleName();
                String all = Arrays.stream(type.get().getEnumConstants())
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
                String meant = Arrays.stream(type.get().getEnumConstants())
                        .map(Object::toString)
                        .filter(constant -> constant.equalsIgnoreCase(value))
                        .findFirst()
                        .map(constant -> " Maybe " + field + " == " + of + "." + constant + "?")
                        .orElse("");
                return Optional.of(at(
                        error,
                        region,
                        comparison.start(1),
                        field + " is no text, but one of " + all + " of " + of + "." + meant));
            }
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> ofConsequence(Diagnostic error, RuleRegion region, String message) {
        Optional<Matcher> comma = region.findInConsequence(DECIMAL_COMMA);
        if (message.contains("not applicable for the arguments") && comma.isPresent()) {
            return comma.map(found -> at(error, region, found.start(), withPoint(found)));
        }
        if (message.contains("to boolean")) {
            return region.findInConsequence(ASSERT)
                    .map(found -> at(error, region, found.start(), "There is no assert. Maybe insert(...)?"));
        }
        boolean unreadable = message.startsWith("Parse error") || message.startsWith("Lexical error");
        return unreadable
                ? sign(error, region, HASH, found -> "A comment begins with //.")
                        .or(() -> sign(error, region, DASHES, found -> "A comment begins with //."))
                        .or(() -> sign(error, region, PERCENT, CompileSlips::ofPercent))
                        .or(() -> bracket(error, region))
                        .or(() -> semicolon(error, region))
                        .or(() -> comma(error, message))
                : Optional.empty();
    }

    private static String ofPercent(Matcher percent) {
        return "A ratio is a part of 1. Maybe "
                + new BigDecimal(percent.group(1)).movePointLeft(2).toPlainString() + " for "
                + percent.group(1) + " %?";
    }

    private Optional<Diagnostic> sign(
            Diagnostic error, RuleRegion region, Pattern sought, Function<Matcher, String> message) {
        return region.findInConsequence(sought).map(found -> at(error, region, found.start(), message.apply(found)));
    }

    private Optional<Diagnostic> bracket(Diagnostic error, RuleRegion region) {
        int from = region.conditionsEnd();
        for (int i = from; i <= region.end(); i++) {
            boolean ends = i == region.end() || region.code().charAt(i) == ';';
            Optional<Integer> lone = ends ? region.loneBracket(from, i) : Optional.empty();
            if (lone.isPresent()) {
                boolean open = region.code().charAt(lone.get()) == '(';
                return Optional.of(at(
                        error,
                        region,
                        lone.get(),
                        open
                                ? "This bracket is never closed. Maybe a ) is missing?"
                                : "This bracket closes none. Maybe it is one too many?"));
            }
            from = ends ? i + 1 : from;
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> semicolon(Diagnostic error, RuleRegion region) {
        return region.findInConsequence(OPEN_LINE)
                .map(found -> at(error, region, found.start(1), "Maybe a ; is missing at the end of this line?"));
    }

    private static Optional<Diagnostic> comma(Diagnostic error, String message) {
        Matcher found = Pattern.compile("Found\\s+\"(.+)\" <(?:STRING_LITERAL|IDENTIFIER|\\w*LITERAL)>.*")
                .matcher(message);
        return found.find()
                ? Optional.of(error.withMessage(
                        "Maybe a comma is missing before " + found.group(1).replace("\\\"", "\"") + "?"))
                : Optional.empty();
    }

    private Diagnostic at(Diagnostic error, RuleRegion region, int offset, String message) {
        Place place = region.place(offset);
        String rule = file.rules().stream()
                .map(ParsedDrl.ParsedRule::info)
                .filter(info -> info.line() == region.place(firstWord(region)).line())
                .map(RuleInfo::rule)
                .findFirst()
                .orElse(error.rule());
        return Diagnostic.error(error.file(), place.line(), place.column(), rule, error.code(), message);
    }

    private static int firstWord(RuleRegion region) {
        String text = region.code().substring(region.start(), region.end());
        return region.start() + text.length() - text.stripLeading().length();
    }
}
