package dev.shipgate.policy.lint;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.lint.conditions.ConstantConditions;
import dev.shipgate.policy.lint.conditions.EntriesAfterDots;
import dev.shipgate.policy.lint.conditions.FailingConditions;
import dev.shipgate.policy.lint.conditions.HalfConstraints;
import dev.shipgate.policy.lint.conditions.MissingEntries;
import dev.shipgate.policy.lint.conditions.NegationsOfNull;
import dev.shipgate.policy.lint.effects.DeclaredKinds;
import dev.shipgate.policy.lint.effects.DroppedValues;
import dev.shipgate.policy.lint.effects.EarlyReturns;
import dev.shipgate.policy.lint.effects.ForeignKinds;
import dev.shipgate.policy.lint.effects.NoEffects;
import dev.shipgate.policy.lint.effects.NullInConsequences;
import dev.shipgate.policy.lint.effects.NullsGiven;
import dev.shipgate.policy.lint.effects.ObjectComparisons;
import dev.shipgate.policy.lint.effects.SilencedRules;
import dev.shipgate.policy.lint.effects.SwallowedExceptions;
import dev.shipgate.policy.lint.effects.UnchangingFacts;
import dev.shipgate.policy.lint.effects.UnsetLimits;
import dev.shipgate.policy.lint.names.BorrowedNames;
import dev.shipgate.policy.lint.names.NamedValues;
import dev.shipgate.policy.lint.names.NamesOfNothing;
import dev.shipgate.policy.lint.names.SameFunctions;
import dev.shipgate.policy.lint.names.SameNames;
import dev.shipgate.policy.lint.numbers.LimitsWithoutEffect;
import dev.shipgate.policy.lint.numbers.NumbersOutOfRange;
import dev.shipgate.policy.lint.numbers.OctalNumbers;
import dev.shipgate.policy.lint.numbers.TextsAsNumbers;
import dev.shipgate.policy.lint.numbers.ValuesOfNothing;
import dev.shipgate.policy.lint.numbers.WholeNumberDivisions;
import dev.shipgate.policy.lint.read.LintedFile;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.texts.EmptyTexts;
import dev.shipgate.policy.lint.texts.MistakenNames;
import dev.shipgate.policy.lint.texts.NamesInTexts;
import dev.shipgate.policy.lint.texts.OddTexts;
import dev.shipgate.policy.lint.texts.TextVariants;
import dev.shipgate.policy.lint.texts.TextsAsConstants;
import dev.shipgate.policy.lint.texts.UnusableRegexes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All checks for passages that the compiler accepts, and that do something other than their text suggests. */
public final class SlipChecks {

    private static final Logger LOG = Logger.getLogger(SlipChecks.class);

    /**
     * A check, by itself: when it fails the others still count.
     *
     * @param lookedFor the kind of slip that it looks for, for people
     * @param refuses whether a ruleset may be refused for the findings, and so also when the check fails; a ruleset
     *     with a condition or a consequence that is too long to be read is always refused, as no check can look
     *     through it
     */
    record Named(String lookedFor, boolean refuses, SlipCheck check) {

        List<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
            return orNotChecked(
                    folder.name(),
                    lookedFor,
                    refuses,
                    () -> check.findings(folder, all).toList());
        }
    }

    private static final List<Named> ALL = List.of(
            refusing("rules of one name", new SameNames()),
            refusing("functions of one name", new SameFunctions()),
            refusing("attributes that silence rules", new SilencedRules()),
            refusing("facts of other folders", new ForeignKinds()),
            refusing("names of the service's facts", new BorrowedNames()),
            warning("declared facts that nobody makes or asks for", new DeclaredKinds()),
            warning("numbers out of range", new NumbersOutOfRange()),
            refusing("octal numbers", new OctalNumbers()),
            refusing("divisions of whole numbers", new WholeNumberDivisions()),
            refusing("texts compared as numbers", new TextsAsNumbers()),
            refusing("names of nothing", new NamesOfNothing()),
            refusing("texts in the place of fixed values", new TextsAsConstants()),
            warning("comparisons without a left side", new HalfConstraints()),
            warning("negations of what may be null", new NegationsOfNull()),
            warning("conditions that fail", new FailingConditions()),
            warning("arithmetic with null", new NullInConsequences()),
            warning("entries that may be missing", new MissingEntries()),
            warning("entries after a dot", new EntriesAfterDots()),
            warning("texts that no fact has", new OddTexts()),
            warning("texts that differ a little", new TextVariants()),
            refusing("names of values", new NamedValues()),
            warning("names in texts", new NamesInTexts()),
            warning("empty texts", new EmptyTexts()),
            warning("conditions that always or never hold", new ConstantConditions()),
            warning("budgets without limits", new UnsetLimits()),
            warning("facts that are made and dropped", new DroppedValues()),
            warning("changes of facts that do not change", new UnchangingFacts()),
            warning("null for what must be there", new NullsGiven()),
            refusing("names of checks in the place of metrics", new MistakenNames()),
            warning("averages of nothing", new ValuesOfNothing()),
            warning("rules without effect", new NoEffects()),
            warning("limits that never hold", new LimitsWithoutEffect()),
            warning("exceptions that are swallowed", new SwallowedExceptions()),
            warning("consequences that end early", new EarlyReturns()),
            warning("comparisons of objects", new ObjectComparisons()),
            refusing("regular expressions", new UnusableRegexes()));

    private SlipChecks() {}

    private static Named refusing(String lookedFor, SlipCheck check) {
        return new Named(lookedFor, true, check);
    }

    private static Named warning(String lookedFor, SlipCheck check) {
        return new Named(lookedFor, false, check);
    }

    /**
     * The findings in a ruleset: errors for passages that nobody can mean as they are written, warnings for passages
     * that may be meant.
     *
     * @param files of each folder
     * @param vocabularies of the evaluation of each folder
     */
    public static List<Diagnostic> findings(Map<String, List<LintedFile>> files, Map<String, Vocabulary> vocabularies) {
        return orNotChecked(null, "slips", true, () -> findings(ALL, read(files, vocabularies)));
    }

    private static LintedRuleset read(Map<String, List<LintedFile>> files, Map<String, Vocabulary> vocabularies) {
        return LintedRuleset.of(vocabularies.entrySet().stream()
                .map(folder -> LintedFolder.of(
                        folder.getKey(), folder.getValue(), files.getOrDefault(folder.getKey(), List.of())))
                .toList());
    }

    static List<Diagnostic> findings(List<Named> checks, LintedRuleset all) {
        return all.folders().stream()
                .flatMap(folder -> checks.stream().flatMap(check -> check.findings(folder, all).stream()))
                .toList();
    }

    /** The findings; where the search for them fails it is not known whether the ruleset has to be refused. */
    private static List<Diagnostic> orNotChecked(
            @Nullable String where, String lookedFor, boolean refuses, Supplier<List<Diagnostic>> findings) {
        try {
            return findings.get();
        } catch (StackOverflowError e) {
            return List.of(Diagnostic.error(
                    where,
                    "too-much",
                    "A condition or a consequence is longer than can be read. Maybe several rules?"));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Rules could not be looked through for %s", lookedFor);
            String message = "The rules could not be looked through for " + lookedFor + ". The log says why.";
            return List.of(
                    refuses
                            ? Diagnostic.error(where, SlipCodes.NOT_CHECKED, message)
                            : Diagnostic.warning(where, SlipCodes.NOT_CHECKED, message));
        }
    }
}
