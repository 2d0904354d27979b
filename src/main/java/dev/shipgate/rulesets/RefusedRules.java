package dev.shipgate.rulesets;

import dev.shipgate.http.ProblemTypes;
import dev.shipgate.policy.Diagnostic;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** The answer to rules that cannot decide. */
public final class RefusedRules {

    private RefusedRules() {}

    /**
     * A problem with status 422.
     *
     * @param version that the rules would have
     * @param diagnostics everything that is wrong with them
     */
    public static HttpProblem problem(String version, List<Diagnostic> diagnostics) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("ruleset-refused"))
                .withStatus(422)
                .withTitle("The rules are refused")
                .withDetail("Nothing has changed. The diagnostics say what is wrong with the rules, and where.")
                .with("version", version)
                .with("diagnostics", diagnostics)
                .build();
    }
}
