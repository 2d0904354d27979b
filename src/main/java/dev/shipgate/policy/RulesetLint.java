package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the compiler accepts in a whole ruleset, and people will miss: that of its rules, and of the folders. */
final class RulesetLint {

    /** Nothing decides. */
    static final String NO_RULES = "no-rules";

    private RulesetLint() {}

    /** Warnings about a ruleset and about its rules. */
    static List<Diagnostic> warnings(Map<String, CompiledRules> rulesByFolder, List<RuleInfo> rules) {
        List<Diagnostic> warnings = new ArrayList<>();
        rulesByFolder.forEach((folder, compiled) -> {
            if (compiled.rules().isEmpty()) {
                warnings.add(noRules(folder));
            }
            warnings.addAll(compiled.warnings());
        });
        warnAboutSameNames(rules, warnings);
        return List.copyOf(warnings);
    }

    private static Diagnostic noRules(String folder) {
        return Diagnostic.warning(
                folder,
                NO_RULES,
                "There is no rule in this folder, so nothing that it decides ships. Maybe files are missing? "
                        + "A ruleset has the files of all folders.");
    }

    /** The compiler sees the rules of one package alone. */
    private static void warnAboutSameNames(List<RuleInfo> rules, List<Diagnostic> warnings) {
        Map<String, RuleInfo> firstByName = new HashMap<>();
        for (RuleInfo rule : rules) {
            RuleInfo first = firstByName.putIfAbsent(rule.rule(), rule);
            if (first != null) {
                warnings.add(Diagnostic.warningAbout(
                        rule,
                        "same-name",
                        "A rule in " + first.file() + ":" + first.line()
                                + " has this name too, and tests, which name "
                                + "rules, cannot tell them apart. Maybe another name?"));
            }
        }
    }
}
