package dev.shipgate.rulesets;

import dev.shipgate.context.ServiceTime;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluation.PolicyLimit;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Release;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits that the active rules set, for the services and environments that they name. The rules themselves are
 * asked, on releases of which nothing was measured; nothing is recorded. Limits that depend on a version, on labels or
 * on measurements are not among them.
 */
@ApplicationScoped
public class KnownLimits {

    private static final int MAX_RELEASES = 1_000;

    /** Limits may depend on the time. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ActiveRuleset rulesets;
    private final Evaluations evaluations;
    private final ServiceTime time;
    private final Bulkhead asking = new Bulkhead(4, "Questions for limits");
    private volatile @Nullable Limits newest;

    KnownLimits(ActiveRuleset rulesets, Evaluations evaluations, ServiceTime time) {
        this.rulesets = rulesets;
        this.evaluations = evaluations;
        this.time = time;
    }

    /**
     * The limits of one ruleset.
     *
     * @param version of the rules
     * @param at the time that the rules were told
     * @param limits by kind of evaluation, service and environment
     * @param failures the reasons why some are not there, for people
     * @param left how many pairs of a service and an environment were not asked for, as there are too many
     */
    public record Limits(String version, Instant at, List<KnownLimit> limits, List<String> failures, int left) {

        private boolean isFresh(String asked, Instant now) {
            return version.equals(asked) && now.isBefore(at.plus(KEPT));
        }
    }

    /**
     * One limit.
     *
     * @param kind of evaluation
     * @param service null for a service that the rules do not name
     * @param environment null for a release that names none
     * @param rule the rule that set it; null where none did
     */
    public record KnownLimit(
            String kind,
            @Nullable String service,
            @Nullable String environment,
            PolicyLimit limit,
            @Nullable RuleInfo rule) {}

    /**
     * All that can be known.
     *
     * @throws NoActiveRulesetException when no rules decide
     */
    public Limits all() {
        try (RulesetLease rules = rulesets.lease()) {
            Instant now = Instant.now();
            Limits known = newest;
            if (known == null || !known.isFresh(rules.version(), now)) {
                known = asking.run(() -> ask(rules, now));
                newest = known;
            }
            return known;
        }
    }

    /**
     * Those of one service in one environment, whether rules name them or not.
     *
     * @throws NoActiveRulesetException when no rules decide
     */
    public Limits of(String service, @Nullable String environment) {
        try (RulesetLease rules = rulesets.lease()) {
            Asked asked = new Asked(rules, Instant.now());
            return asking.run(() -> {
                evaluations.all().forEach(evaluation -> asked.add(evaluation, service, environment));
                return asked.limits();
            });
        }
    }

    private Limits ask(RulesetLease rules, Instant now) {
        Asked asked = new Asked(rules, now);
        for (Evaluation evaluation : evaluations.all()) {
            String folder = evaluation.rulesFolder();
            List<String> environments = rules.askedTexts(folder, "environment");
            for (String service : withNone(rules.askedTexts(folder, "service"))) {
                for (String environment : withNone(environments)) {
                    asked.add(evaluation, service, environment);
                }
            }
        }
        return asked.limits();
    }

    private static List<@Nullable String> withNone(List<String> names) {
        List<@Nullable String> all = new ArrayList<>(names);
        all.add(null);
        return all;
    }

    /** One run through services and environments. */
    private final class Asked {

        private final RulesetLease rules;
        private final Instant now;
        private final List<KnownLimit> limits = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private int releases;

        Asked(RulesetLease rules, Instant now) {
            this.rules = rules;
            this.now = now;
        }

        void add(Evaluation evaluation, @Nullable String service, @Nullable String environment) {
            if (++releases > MAX_RELEASES) {
                return;
            }
            try {
                Release release = new Release(service, environment, null, Map.of());
                evaluation.limits(release, rules, time.at(now)).stream()
                        .map(limit -> known(evaluation, service, environment, limit))
                        .forEach(limits::add);
            } catch (PolicyEvaluationException e) {
                failures.add(evaluation.kind() + " of " + (service == null ? "any other service" : service) + " in "
                        + (environment == null ? "no environment" : environment) + ": " + e.summary());
            }
        }

        private KnownLimit known(
                Evaluation evaluation, @Nullable String service, @Nullable String environment, PolicyLimit limit) {
            Stream<RuleInfo> ofFolder =
                    rules.rules().stream().filter(rule -> rule.file().startsWith(evaluation.rulesFolder() + "/"));
            RuleInfo setter = ofFolder.filter(rule -> rule.rule().equals(limit.rule()))
                    .findFirst()
                    .orElse(null);
            return new KnownLimit(evaluation.kind(), service, environment, limit, setter);
        }

        Limits limits() {
            return new Limits(
                    rules.version(),
                    now,
                    List.copyOf(limits),
                    List.copyOf(failures),
                    Math.max(0, releases - MAX_RELEASES));
        }
    }
}
