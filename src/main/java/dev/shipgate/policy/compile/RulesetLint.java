package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.lint.SlipChecks;
import dev.shipgate.policy.lint.read.LintedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mistakes in a whole ruleset that the compiler accepts, and people will miss: those of its rules, and of the folders.
 */
public final class RulesetLint {

    /** Nothing decides. */
    public static final String NO_RULES = "no-rules";

    private RulesetLint() {}

    /**
     * The findings: errors for code that cannot be meant as it is written, warnings for code that may be.
     *
     * @param filesByFolder the rule files of each folder, which the parser may not have understood
     */
    public static List<Diagnostic> findings(
            Map<String, List<ParsedDrl>> filesByFolder, Map<String, Vocabulary> vocabularies) {
        List<Diagnostic> findings = new ArrayList<>();
        Map<String, List<LintedFile>> linted = new TreeMap<>();
        filesByFolder.forEach((folder, files) -> {
            if (files.stream().allMatch(file -> file.rules().isEmpty())) {
                findings.add(noRules(folder));
            }
            findings.addAll(MissingOwners.warnings(files));
            linted.put(
                    folder,
                    files.stream().flatMap(file -> file.linted().stream()).toList());
        });
        findings.addAll(SlipChecks.findings(linted, vocabularies));
        return List.copyOf(findings);
    }

    private static Diagnostic noRules(String folder) {
        return Diagnostic.warning(
                folder,
                NO_RULES,
                "There is no rule in this folder, so nothing that it decides ships. Maybe files are missing? "
                        + "A ruleset has the files of all folders.");
    }
}
