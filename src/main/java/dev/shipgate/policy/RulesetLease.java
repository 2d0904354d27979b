package dev.shipgate.policy;

import java.util.Collection;
import java.util.List;

/**
 * The use of one ruleset for one decision. All that is evaluated under a lease is evaluated with the same
 * rules, whatever is activated meanwhile. To be closed by the thread that took it.
 */
public final class RulesetLease implements AutoCloseable {

    private final Ruleset ruleset;
    private final EvaluationConfig limits;

    /** Takes over one use of the ruleset. */
    RulesetLease(Ruleset ruleset, EvaluationConfig limits) {
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

    /** What is not wrong with the rules, and will be missed. */
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
     * @param folder a folder that a {@link RulesFolder} owns
     * @param facts inserted in this order
     * @throws PolicyEvaluationException when a rule throws, or the rules use more than an evaluation may
     */
    public RuleRun evaluate(String folder, Collection<?> facts) {
        return ruleset.rules(folder).evaluate(facts, limits);
    }

    /**
     * What rules of one folder ask of a field, in the facts of which they ask for a text of another field: such as the
     * environments of a service for which there are rules.
     *
     * @return texts, sorted
     */
    public List<String> askedTexts(String folder, String field, String otherField, String otherText) {
        return ruleset.rules(folder).askedTogether().of(field, otherField, otherText);
    }

    @Override
    public void close() {
        ruleset.users().release();
    }
}
