package dev.shipgate.policy.lint.effects;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFile;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Attributes that keep a rule from being heard: {@code enabled false}, {@code lock-on-active}. */
public final class SilencedRules implements SlipCheck {

    /** With any other value a rule may stay silent. */
    private static final Map<String, String> HARMLESS = Map.of("enabled", "true", "lock-on-active", "false");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.files().stream()
                .flatMap(file -> file.content().getRules().stream().flatMap(rule -> slips(file, rule)));
    }

    /** A rule has those of its file too. */
    private static Stream<Diagnostic> slips(LintedFile file, RuleDescr rule) {
        return rule.getAttributes().values().stream()
                .filter(attribute -> HARMLESS.containsKey(attribute.getName())
                        && !attribute.getValue().equals(HARMLESS.get(attribute.getName())))
                .map(attribute -> new Spot(file.path(), lineOf(attribute, file), 1, rule.getName())
                        .refusal(
                                "attribute",
                                "The attribute " + attribute.getName()
                                        + " keeps a rule from being heard, and nobody sees "
                                        + "that. A rule that is not wanted is taken out."));
    }

    /** The parser puts an attribute without a value on the line of the next word. */
    private static int lineOf(AttributeDescr attribute, LintedFile file) {
        return file.lineFrom(Math.max(1, attribute.getLine() - 1), attribute.getName());
    }
}
