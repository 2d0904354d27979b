package dev.shipgate.policy.lint.read;

import dev.shipgate.policy.Diagnostic;
import java.util.stream.Stream;

/** Looks for one kind of slip. */
public interface SlipCheck {

    /**
     * The slips that it finds.
     *
     * @param folder the rules to look at
     * @param all the rules of all folders, for slips that can be seen only beside other rules
     */
    Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all);
}
