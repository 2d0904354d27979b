package dev.shipgate.console.rules;

import dev.shipgate.console.diff.DiffRows;
import dev.shipgate.rulesets.RuleHistory.RuleChange;
import java.net.URI;

/**
 * One change of the text of a rule.
 *
 * @param word its kind, for people
 * @param version the page of the version that had the new text first
 */
record ChangeView(RuleChange change, String word, DiffRows difference, URI version) {

    /** A name that no other change of the rule has. */
    public String name() {
        return "the change of " + change.at();
    }

    static ChangeView of(RuleChange change) {
        return new ChangeView(
                change,
                change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "changed",
                DiffRows.of(change.before().stripTrailing(), change.after().stripTrailing()),
                RuleLinks.version(change.version()));
    }
}
