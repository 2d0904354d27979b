package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drl.RuleRegion;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mistakes that the parser accepts and the compiler does not. The compiler reports them against code that it generated;
 * here they are told at their place in the rule, with the right form.
 */
public final class CompileSlips {

    /** The words that the compiler uses for the code that it makes itself. */
    private static final Pattern GENERATED = Pattern.compile(
            "Rules[0-9A-F]{32}|\\bRule_|Lambda(?:Predicate|Consequence|Extractor|Introspector)|GENERATED_|\\b_this\\b"
                    + "|defaultpkg|DomainClassesMetadata|PatternDSL|EvaluationUtil|lambda expression|\\bto [UV]\\b|Function1<|_LITERAL>"
                    + "|on token|\\bto complete\\b");

    private static final String UNKNOWN = "The compiler cannot make anything of this rule. Maybe a value of another"
            + " type than the field it is compared with?";

    private static final String BROKEN_DOWN =
            "The compiler cannot make anything of this rule. Maybe a condition that stands"
                    + " outside the brackets of a fact, or a word without quotes?";

    /** The messages that the compiler gives without the word that is wrong. */
    private static final Pattern WITHOUT_THE_WORD = Pattern.compile("Unable to (?:parse left part|Analyse) .*"
            + "|The compiler cannot make anything of .*|Method \\w+ on class .* is missing");

    private final ParsedDrl file;
    private final NavigableMap<Integer, RuleRegion> regionsByLine = new TreeMap<>();
    private final List<CompileSlip> known;

    public CompileSlips(ParsedDrl file) {
        ImportedFacts facts = new ImportedFacts(file.file());
        this.file = file;
        RuleRegion.allOf(file.file()).forEach(region -> regionsByLine.put(region.line(), region));
        this.known = List.of(
                new LimitSlips(facts),
                new EnumSlips(facts),
                new UnknownNames(facts),
                new ConditionSlips(),
                new UnreadableConditions(),
                new EntryReads(facts),
                new DeclaredTypes(),
                new CallSlips(),
                new OtherTypes(),
                new UnreadableCode());
    }

    /** Whether an error says that there is something wrong, and not what. */
    public static boolean saysLittle(Diagnostic error) {
        return WITHOUT_THE_WORD.matcher(error.message()).matches();
    }

    /** The same error told as the slip that it is; as it is, if it is none that is known. */
    public Diagnostic explained(Diagnostic error) {
        return FunctionSlips.explained(file.file(), error).orElseGet(() -> ofRule(error));
    }

    private Diagnostic ofRule(Diagnostic error) {
        Diagnostic reported = Optional.ofNullable(regionsByLine.floorEntry(error.line()))
                .map(Map.Entry::getValue)
                .flatMap(of -> explained(new ErrorInRule(error, of, ruleOf(error, of))))
                .orElse(error);
        if (reported.message().startsWith(ErrorText.BREAKDOWN)) {
            return reported.withMessage(BROKEN_DOWN);
        }
        return GENERATED.matcher(reported.message()).find() ? reported.withMessage(UNKNOWN) : reported;
    }

    private Optional<Diagnostic> explained(ErrorInRule error) {
        return known.stream().flatMap(slip -> slip.explained(error).stream()).findFirst();
    }

    private @Nullable String ruleOf(Diagnostic error, RuleRegion region) {
        int line = region.place(region.firstCode()).line();
        return file.rules().stream()
                .map(ParsedDrl.ParsedRule::info)
                .filter(info -> info.line() == line)
                .map(RuleInfo::rule)
                .findFirst()
                .orElse(error.rule());
    }
}
