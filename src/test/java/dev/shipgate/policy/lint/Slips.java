package dev.shipgate.policy.lint;

import dev.shipgate.capacity.Capacity;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.compile.RulesetLint;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.retrystorm.RetryStorms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slips in a rule that compiles, and does something else than it reads like. */
public final class Slips {

    /** The facts that rules of a test name. */
    private static final String HEAD = """
            package shipgate.%s
            import dev.shipgate.capacity.CapacityResult
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Budget
            import dev.shipgate.loadgate.BudgetedRoute
            import dev.shipgate.loadgate.Failure
            import dev.shipgate.loadgate.RouteMetrics
            import dev.shipgate.readiness.Blocker
            import java.time.LocalDate
            """;

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    private Slips() {}

    /** Of a condition of a load gate. */
    public static List<String> ofCondition(String when) {
        return of(rule("r", when, FAILS));
    }

    /** Of a consequence of a load gate. */
    public static List<String> ofConsequence(String when, String then) {
        return of(rule("r", when, then));
    }

    /** Of everything in a file of a load gate but its package and its imports. */
    public static List<String> of(String rules) {
        return of(Map.of("load-gate/a.drl", rules));
    }

    /** Of files of several folders. */
    public static List<String> of(Map<String, String> files) {
        Map<String, String> whole = new TreeMap<>(files);
        whole.replaceAll(
                (path, rules) -> HEAD.formatted(path.replaceFirst("/.*", "").replace("-", "")) + rules);
        return ofWhole(whole);
    }

    /** Of whole files of several folders. */
    public static List<String> ofWhole(Map<String, String> files) {
        List<ReadinessPart> parts = List.of(new LoadGate(), new RetryStorms(), new Capacity());
        Map<String, Vocabulary> vocabularies = new TreeMap<>();
        parts.forEach(part -> vocabularies.put(part.rulesFolder(), part.vocabulary()));
        vocabularies.put("readiness", new Readiness(parts).vocabulary());
        Map<String, List<ParsedDrl>> parsed = new TreeMap<>();
        vocabularies
                .keySet()
                .forEach(folder -> parsed.put(
                        folder,
                        new TreeMap<>(files)
                                .entrySet().stream()
                                        .filter(file -> file.getKey().startsWith(folder + "/"))
                                        .map(file -> ParsedDrl.parse(TestRules.file(file.getKey(), file.getValue())))
                                        .toList()));
        return RulesetLint.findings(parsed, vocabularies).stream()
                .filter(finding -> !finding.code().equals(RulesetLint.NO_RULES))
                .map(finding -> finding.severity() + " " + finding.code() + " " + finding.file() + ":" + finding.line()
                        + " " + finding.message())
                .toList();
    }

    public static String rule(String name, String when, String then) {
        return "rule \"" + name + "\" @owner(\"sre\") when\n    " + when + "\nthen\n    " + then + "\nend\n";
    }
}
