package dev.shipgate.policy.session;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The use of one ruleset for one decision. All that is evaluated under a lease is evaluated with the same
 * rules, whatever is activated meanwhile. To be closed by the thread that took it.
 */
public final class RulesetLease implements AutoCloseable {

    private final Ruleset ruleset;
    private final EvaluationConfig limits;

    /** Takes over one use of the ruleset. */
    public RulesetLease(Ruleset ruleset, EvaluationConfig limits) {
        this.ruleset = ruleset;
        this.limits = limits;
    }

    public String version() {
        return ruleset.version();
    }

    /** All rules, by file and line. */
    public List<RuleInfo> rules() {
        return ruleset.rules();
    }

    /** The possible mistakes in the rules, for which they were not refused. */
    public List<Diagnostic> warnings() {
        return ruleset.warnings();
    }

    /** The text of the rules. */
    public RulesetFiles files() {
        return ruleset.text();
    }

    /**
     * Evaluates facts with the rules of one folder.
     *
     * @param owner the owner of the rules
     * @param facts inserted in this order
     * @throws PolicyEvaluationException when a rule throws, the rules use more than an evaluation may, or one inserts
     *     a fact of a kind that only the evaluation gives
     */
    public RuleRun evaluate(RulesOwner owner, Collection<?> facts) {
        RuleRun run = ruleset.rules(owner.rulesFolder()).evaluate(facts, limits);
        Vocabulary vocabulary = owner.vocabulary();
        Stream.concat(run.inserted().stream(), run.takenBack().stream())
                .filter(finding -> vocabulary.isOnlyGiven(finding.fact().getClass()))
                .findFirst()
                .ifPresent(finding -> {
                    // The errors that are found at load are only those that the text shows.
                    throw run.unanswerable(
                            finding,
                            "It inserts a fact of the kind "
                                    + finding.fact().getClass().getSimpleName()
                                    + ", which no rule may insert: it is evidence, and only the evaluation gives it.");
                });
        return run;
    }

    /**
     * The texts that rules of one folder ask of a field, in the facts of which they ask for a text of another field:
     * such as the environments of a service for which there are rules.
     *
     * @return texts, sorted
     */
    public List<String> askedTexts(String folder, String field, String otherField, String otherText) {
        return ruleset.rules(folder).askedTogether().of(field, otherField, otherText);
    }

    /** All texts, sorted, that rules of one folder ask of a field: such as the services for which there are rules. */
    public List<String> askedTexts(String folder, String field) {
        return ruleset.rules(folder).askedTogether().of(field);
    }

    /** Another use of the same ruleset, to be closed by its own. */
    public RulesetLease again() {
        if (!ruleset.references().tryAcquire()) {
            throw new IllegalStateException("The ruleset " + version() + " was disposed of while it was leased.");
        }
        return new RulesetLease(ruleset, limits);
    }

    @Override
    public void close() {
        ruleset.references().release();
    }
}
