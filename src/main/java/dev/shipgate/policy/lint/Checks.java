package dev.shipgate.policy.lint;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Vocabulary;
import java.util.List;
import java.util.Map;

/** All checks for what the compiler accepts, and does not do what it reads like. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new SameNames(),
            new SilencedRules(),
            new ForeignKinds(),
            new NumbersOutOfRange(),
            new OctalNumbers(),
            new WholeNumberDivisions(),
            new TextsAsNumbers(),
            new HalfConstraints(),
            new NegationsOfNull(),
            new FailingConditions(),
            new NullInConsequences(),
            new OddTexts(),
            new TextVariants(),
            new ValuesOfNothing(),
            new NoEffects(),
            new SwallowedExceptions(),
            new EarlyReturns(),
            new ObjectComparisons());

    private Checks() {}

    /**
     * What is found in a ruleset: errors for what cannot mean what it says, warnings for what may be meant.
     *
     * @param files of each folder
     * @param vocabularies of the evaluation of each folder
     */
    public static List<Diagnostic> findings(Map<String, List<LintedFile>> files, Map<String, Vocabulary> vocabularies) {
        List<LintedFolder> folders = vocabularies.entrySet().stream()
                .map(folder -> LintedFolder.of(
                        folder.getKey(), folder.getValue(), files.getOrDefault(folder.getKey(), List.of())))
                .toList();
        LintedRuleset all = LintedRuleset.of(folders);
        return folders.stream()
                .flatMap(folder -> ALL.stream().flatMap(check -> check.findings(folder, all)))
                .toList();
    }
}
