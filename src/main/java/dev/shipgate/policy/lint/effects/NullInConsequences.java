package dev.shipgate.policy.lint.effects;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.NullFailures;
import dev.shipgate.policy.lint.read.NullFailures.Needed;
import dev.shipgate.policy.lint.read.SlipCheck;
import java.util.stream.Stream;

/**
 * Operations of a consequence on a value that may be null, such as {@code $cost * 2}: the rule fails where it is null.
 */
public final class NullInConsequences implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.consequences().flatMap(NullInConsequences::findings);
    }

    private static Stream<Diagnostic> findings(Code code) {
        return NullFailures.inJava(code)
                .filter(needed -> !code.asksForNullOf(needed))
                .map(needed -> slip(code, needed))
                .limit(1);
    }

    private static Diagnostic slip(Code code, Needed needed) {
        return code.spot(needed.part())
                .warning(
                        "may-fail",
                        "The rule fails where there is no " + needed.written()
                                + ", so that the request gets no verdict. Maybe "
                                + (needed.written().startsWith("$")
                                        ? needed.what().name() + " != null, under \"when\"?"
                                        : needed.written() + " != null before it?"));
    }
}
