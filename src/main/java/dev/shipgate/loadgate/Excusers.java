package dev.shipgate.loadgate;

import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule that excuses a value beyond its limit, or says that a check does not apply. The first one counts. */
final class Excusers {

    private final Map<String, Map<String, String>> rulesByRoute = new HashMap<>();
    private final MetricsNotApplicable notApplicable;

    Excusers(RuleRun run) {
        this.notApplicable = new MetricsNotApplicable(run);
        for (Finding<Check> finding : run.findings(Check.class)) {
            Check check = finding.fact();
            if (check.because() != null) {
                rulesByRoute
                        .computeIfAbsent(check.route(), route -> new HashMap<>())
                        .putIfAbsent(excuse(check), finding.rule().rule());
            }
        }
    }

    /** One metric may have a lower limit and a higher one, and more than one excuse. */
    private static String excuse(Check check) {
        return check.check() + "\n" + check.lowerLimit() + "\n" + check.because();
    }

    /** The name of the rule behind the {@code because} of a check; null when it has none. */
    @Nullable
    String ruleOf(Check check) {
        if (check.because() == null) {
            return null;
        }
        String rule = rulesByRoute.getOrDefault(check.route(), Map.of()).get(excuse(check));
        return rule != null ? rule : notApplicable.ruleOf(check.route(), CheckTable.metricOf(check.check()));
    }
}
