package dev.shipgate.policy.drl;

import dev.shipgate.hash.Sha256;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.lint.read.LintedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;

/**
 * A rule file as the parser understood it.
 *
 * @param file the file
 * @param rules its rules, in the order of the text
 * @param queries its queries: which kinds of facts and which other queries each asks for
 * @param errors the errors in text that the parser did not understand; when there are any the rules may be incomplete
 * @param content all that the parser made of it; null when it made nothing
 */
public record ParsedDrl(
        RuleFile file,
        List<ParsedRule> rules,
        List<ParsedQuery> queries,
        List<Diagnostic> errors,
        @Nullable PackageDescr content) {

    /** The parser reports the place where it cannot go on, which is behind the mistake. */
    private static final String MAYBE_UNFINISHED = ". Maybe a bracket, a quote or an \"end\" is missing before it?";

    /** A message of the parser, such as {@code [ERR 101] Line 6:25 no viable alternative at input ')' in rule "a"}. */
    private static final Pattern PARSER_ERROR = Pattern.compile(
            "(\\[ERR \\d+] )?Line (?<line>\\d+):(?<column>\\d+) (?<message>.*?)( in rule \"(?<rule>.*)\")?",
            Pattern.DOTALL);

    /** Nobody mends more at a time, and to explain one the whole file is looked through. */
    private static final int MAX_ERRORS = 100;

    /**
     * A rule and the place of its text.
     *
     * @param thenLine the line of its {@code then}
     * @param start the offset of its first character in the file
     * @param end the offset of its last character
     * @param conditions all as they are written, in the order of the text; empty where that order is not the one in
     *     which the compiler takes them
     */
    public record ParsedRule(RuleInfo info, int endLine, int thenLine, int start, int end, List<String> conditions) {}

    public static ParsedDrl parse(RuleFile file) {
        List<Diagnostic> hidden = TextRestrictions.violations(file);
        if (!hidden.isEmpty()) {
            return unread(file, hidden);
        }
        try {
            return read(file);
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            return unread(file, List.of(Diagnostic.error(file.path(), "syntax", "This is not DRL: " + e.getMessage())));
        }
    }

    private static ParsedDrl unread(RuleFile file, List<Diagnostic> errors) {
        return new ParsedDrl(file, List.of(), List.of(), errors, null);
    }

    private static ParsedDrl read(RuleFile file) throws DroolsParserException {
        DrlParser parser = DrlLanguage.parser();
        PackageDescr content = parser.parse(false, file.source());
        List<Diagnostic> errors = syntaxErrors(file, parser);
        if (content != null) {
            errors.addAll(new DrlRestrictions(file, content).violations());
            errors.addAll(BracketMistakes.in(file, content));
        }
        if (errors.isEmpty() && (content == null || content.getName().isEmpty())) {
            errors.add(Diagnostic.error(
                    file.path(),
                    1,
                    1,
                    null,
                    "no-package",
                    "The file must begin with a package, such as: package shipgate.loadgate"));
        }
        return content == null
                ? unread(file, errors)
                : new ParsedDrl(file, rules(file, content), ParsedQuery.all(file, content), errors, content);
    }

    private static List<Diagnostic> syntaxErrors(RuleFile file, DrlParser parser) {
        List<Diagnostic> errors = new ArrayList<>();
        if (parser.hasErrors()) {
            SyntaxSlips slips = new SyntaxSlips(file);
            parser.getErrors().stream()
                    .limit(MAX_ERRORS)
                    .map(error -> slips.explained(toDiagnostic(file, error)))
                    .distinct()
                    .forEach(errors::add);
        }
        if (parser.getErrors().size() > MAX_ERRORS) {
            errors.add(Diagnostic.error(file.path(), "syntax", Diagnostic.MORE_MAY_FOLLOW));
        }
        return errors;
    }

    private static List<ParsedRule> rules(RuleFile file, PackageDescr content) {
        List<ParsedRule> rules = new ArrayList<>();
        for (RuleDescr rule : content.getRules()) {
            if (rule.isQuery()) {
                continue;
            }
            RuleInfo info = new RuleInfo(
                    rule.getName(),
                    content.getName(),
                    file.path(),
                    rule.getLine(),
                    metadata(rule),
                    Sha256.hex(text(file, rule.getStartCharacter(), rule.getEndCharacter())
                            .getBytes(StandardCharsets.UTF_8)));
            rules.add(new ParsedRule(
                    info,
                    rule.getEndLine(),
                    rule.getConsequenceLine(),
                    rule.getStartCharacter(),
                    rule.getEndCharacter(),
                    WrittenConditions.of(rule)));
        }
        return rules;
    }

    private static Map<String, Object> metadata(RuleDescr rule) {
        Map<String, Object> metadata = new TreeMap<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            Object single = annotation.getSingleValueStripped();
            metadata.put(
                    annotation.getName(),
                    single != null ? single : Collections.unmodifiableMap(new TreeMap<>(annotation.getValueMap())));
        }
        return metadata;
    }

    private static Diagnostic toDiagnostic(RuleFile file, DroolsError error) {
        Matcher words = PARSER_ERROR.matcher(error.getMessage());
        if (!words.matches()) {
            return Diagnostic.error(file.path(), "syntax", error.getMessage());
        }
        return Diagnostic.error(
                file.path(),
                Integer.parseInt(words.group("line")),
                Integer.parseInt(words.group("column")) + 1,
                words.group("rule"),
                "syntax",
                words.group("message") + MAYBE_UNFINISHED);
    }

    /** The file with only those of its rules that are given, everything else in its place and on its line. */
    public RuleFile keepingOnly(List<ParsedRule> kept) {
        StringBuilder text = new StringBuilder(file.source());
        for (ParsedRule rule : rules) {
            if (!kept.contains(rule)) {
                for (int i = rule.start(); i <= Math.min(rule.end(), text.length() - 1); i++) {
                    if (text.charAt(i) != '\n') {
                        text.setCharAt(i, ' ');
                    }
                }
            }
        }
        return new RuleFile(file.path(), text.toString(), file.sha256());
    }

    /** A problem at a place of this file, in a rule or in none. */
    public Diagnostic error(Place place, @Nullable ParsedRule rule, String code, String message) {
        return Diagnostic.error(
                file.path(),
                place.line(),
                place.column(),
                rule == null ? null : rule.info().rule(),
                code,
                message);
    }

    /** As the checks for slips see it; empty when the parser did not understand all of it. */
    public Optional<LintedFile> linted() {
        return content == null || !errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new LintedFile(file.path(), file.source(), content));
    }

    public String[] lines() {
        return file.source().split("\n", -1);
    }

    /** The line of a rule on which a text begins; that of the rule when it is written in another way. */
    public int lineOf(ParsedRule rule, String text) {
        return new FileText(file.source())
                .lineOf(text, rule.start(), rule.end())
                .orElse(rule.info().line());
    }

    /**
     * The place in the consequence of a rule of which a place in generated Java was made; empty when it was made of no
     * such.
     */
    public Optional<Place> placeInConsequence(ParsedRule rule, GeneratedPlace generated) {
        RuleRegion region = new RuleRegion(
                new FileText(file.source()),
                CodeText.blanked(file.source()),
                rule.start(),
                Math.min(rule.end() + 1, file.source().length()));
        OptionalInt offset = generated.in(file.source(), region.conditionsEnd());
        return offset.isPresent() ? Optional.of(region.place(offset.getAsInt())) : Optional.empty();
    }

    public String textOf(ParsedRule rule) {
        return text(file, rule.start(), rule.end());
    }

    private static String text(RuleFile file, int start, int end) {
        return file.source().substring(start, Math.min(end + 1, file.source().length()));
    }
}
