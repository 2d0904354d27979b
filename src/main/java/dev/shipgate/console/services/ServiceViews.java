package dev.shipgate.console.services;

import dev.shipgate.audit.http.CheckedReleases;
import dev.shipgate.audit.http.CheckedReleases.Checked;
import dev.shipgate.audit.http.CheckedReleases.Newest;
import dev.shipgate.audit.http.ServiceDecisions;
import dev.shipgate.audit.http.ServiceDecisions.Decided;
import dev.shipgate.console.trend.LatencyTrends;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.releases.ShippedBook;
import dev.shipgate.releases.ShippedFilter;
import dev.shipgate.report.AnswerLines;
import dev.shipgate.rulesets.KnownLimits;
import dev.shipgate.rulesets.KnownLimits.KnownLimit;
import dev.shipgate.waivers.GrantedWaiver;
import dev.shipgate.waivers.WaiverBook;
import dev.shipgate.waivers.WaiverFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers all that a page tells of a service. */
@ApplicationScoped
class ServiceViews {

    private static final int MAX_DECISIONS = 100;
    private static final int MAX_RELEASES = 30;
    private static final int MAX_BUDGETS = 300;
    private static final int MAX_WAIVERS = 50;

    private final ServiceDecisions decisions;
    private final CheckedReleases checks;
    private final KnownLimits limits;
    private final ShippedBook shipped;
    private final WaiverBook waivers;
    private final Evaluations evaluations;

    ServiceViews(
            ServiceDecisions decisions,
            CheckedReleases checks,
            KnownLimits limits,
            ShippedBook shipped,
            WaiverBook waivers,
            Evaluations evaluations) {
        this.decisions = decisions;
        this.checks = checks;
        this.limits = limits;
        this.shipped = shipped;
        this.waivers = waivers;
        this.evaluations = evaluations;
    }

    /**
     * A service.
     *
     * @param asked the environment to show; null for that of the newest decision that names one
     * @param before a decision, for a timeline of those before it; null for the newest
     * @return empty when there is no decision on it, and no rule names it
     */
    Optional<ServiceView> of(String service, @Nullable String asked, @Nullable UUID before) {
        List<Decided> newest = decisions.newest(service, before, MAX_DECISIONS + 1);
        List<Decided> timeline = newest.subList(0, Math.min(MAX_DECISIONS, newest.size()));
        NavigableSet<String> environments = environments(service, timeline);
        if (newest.isEmpty() && environments.isEmpty() && before == null) {
            return Optional.empty();
        }
        String environment = asked == null ? newestEnvironment(timeline, environments) : asked;
        String kind = checkedKind();
        Newest checked = checks.newest(kind, service, environment, MAX_RELEASES);
        Checked last = checked.releases().stream().findFirst().orElse(null);
        KnownLimits.Limits known = limits(service, environment);
        List<BudgetRow> budgets = BudgetRow.of(known.limits(), kind, last);
        List<Waiver> valid = waivers(service);
        return Optional.of(new ServiceView(
                service,
                environments.stream()
                        .map(name -> new ServiceView.EnvironmentLink(
                                name, ServiceLinks.service(service, name), name.equals(environment)))
                        .toList(),
                environment,
                ReleaseView.of(timeline),
                newest.size() > MAX_DECISIONS
                        ? ServiceLinks.older(
                                service,
                                asked,
                                timeline.get(MAX_DECISIONS - 1).summary().decisionId())
                        : null,
                LatencyTrends.of(checked.releases()),
                checked.unread(),
                budgets.stream().limit(MAX_BUDGETS).toList(),
                Math.max(0, budgets.size() - MAX_BUDGETS),
                known.failures(),
                last == null ? null : LastRelease.of(last),
                shipped.newest(new ShippedFilter(service, environment, null), 1).stream()
                        .findFirst()
                        .orElse(null),
                valid.subList(0, Math.min(MAX_WAIVERS, valid.size())),
                valid.size() > MAX_WAIVERS));
    }

    private NavigableSet<String> environments(String service, List<Decided> timeline) {
        NavigableSet<String> names = new TreeSet<>();
        timeline.stream()
                .map(decided -> decided.summary().environment())
                .filter(Objects::nonNull)
                .forEach(names::add);
        try {
            limits.all().limits().stream()
                    .filter(known -> service.equals(known.service()))
                    .map(KnownLimit::environment)
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        } catch (NoActiveRulesetException e) {
            return names;
        }
        return names;
    }

    private static @Nullable String newestEnvironment(List<Decided> timeline, NavigableSet<String> known) {
        return timeline.stream()
                .map(decided -> decided.summary().environment())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> known.isEmpty() ? null : known.first());
    }

    /** The kind of evaluation whose answers are checks of routes. */
    private String checkedKind() {
        return evaluations.all().stream()
                .filter(evaluation -> evaluation.reported().lines() == AnswerLines.CHECKS)
                .map(Evaluation::kind)
                .findFirst()
                .orElseThrow();
    }

    private KnownLimits.Limits limits(String service, @Nullable String environment) {
        try {
            return limits.of(service, environment);
        } catch (NoActiveRulesetException e) {
            return new KnownLimits.Limits("", Instant.now(), List.of(), List.of("No rules decide now."), 0);
        }
    }

    private List<Waiver> waivers(String service) {
        WaiverFilter valid = new WaiverFilter(service, GrantedWaiver.State.VALID, null);
        return waivers.newest(valid, Instant.now(), MAX_WAIVERS + 1).stream()
                .map(GrantedWaiver::waiver)
                .toList();
    }
}
