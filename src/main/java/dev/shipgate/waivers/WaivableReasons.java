package dev.shipgate.waivers;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ServiceTime;
import dev.shipgate.context.Waivable;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Release;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reasons that the active rules let somebody waive, as far as that can be known before there is a request: rules
 * may ask for labels and measured values too.
 */
@ApplicationScoped
class WaivableReasons {

    private final Evaluations evaluations;
    private final ActiveRuleset rulesets;
    private final ServiceTime time;

    WaivableReasons(Evaluations evaluations, ActiveRuleset rulesets, ServiceTime time) {
        this.evaluations = evaluations;
        this.rulesets = rulesets;
        this.time = time;
    }

    /**
     * The reasons that can be waived of the releases that a waiver is for. One for any environment can be waived if it
     * can in any that the rules name.
     *
     * @throws dev.shipgate.policy.NoActiveRulesetException when there are no rules
     * @throws dev.shipgate.policy.PolicyEvaluationException when the rules fail
     */
    Set<Waivable> of(Waiver waiver) {
        EvaluationContext context = time.at(waiver.grantedAt()).withWaivers(List.of(waiver), List.of());
        Set<Waivable> all = new HashSet<>();
        try (RulesetLease rules = rulesets.lease()) {
            for (Evaluation evaluation : evaluations.all()) {
                for (String environment : environments(waiver, evaluation, rules)) {
                    Release release = new Release(waiver.service(), environment, waiver.version(), Map.of());
                    all.addAll(evaluation.waivable(release, waiver.route(), rules, context));
                }
            }
        }
        return all;
    }

    private static List<@Nullable String> environments(Waiver waiver, Evaluation evaluation, RulesetLease rules) {
        List<@Nullable String> environments = new ArrayList<>();
        environments.add(waiver.environment());
        if (waiver.environment() == null) {
            environments.addAll(rules.askedTexts(evaluation.rulesFolder(), "environment", "service", waiver.service()));
        }
        return environments;
    }
}
