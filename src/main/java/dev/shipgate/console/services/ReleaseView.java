package dev.shipgate.console.services;

import dev.shipgate.audit.http.DecisionList.DecisionSummary;
import dev.shipgate.audit.http.ServiceDecisions.Decided;
import dev.shipgate.console.VerdictWords;
import dev.shipgate.report.ReportedKind;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A release on the timeline of its service.
 *
 * @param version empty when its callers did not say
 * @param environment empty when its callers did not say
 * @param decisions on it, newest first
 */
record ReleaseView(String version, String environment, List<DecisionView> decisions) {

    /** A decision on a release. */
    record DecisionView(String kind, VerdictWords verdict, Instant at, URI page) {

        static DecisionView of(Decided decided) {
            DecisionSummary summary = decided.summary();
            return new DecisionView(
                    ReportedKind.title(summary.kind()),
                    VerdictWords.of(summary.verdict(), decided.waived() ? 1 : 0),
                    summary.evaluatedAt(),
                    ServiceLinks.decision(summary.decisionId()));
        }
    }

    /** The releases of some decisions, the one that was decided on last first. */
    static List<ReleaseView> of(List<Decided> newestFirst) {
        Map<List<String>, List<DecisionView>> releases = new LinkedHashMap<>();
        for (Decided decided : newestFirst) {
            List<String> release = Arrays.asList(
                    Objects.requireNonNullElse(decided.summary().version(), ""),
                    Objects.requireNonNullElse(decided.summary().environment(), ""));
            releases.computeIfAbsent(release, first -> new ArrayList<>()).add(DecisionView.of(decided));
        }
        return releases.entrySet().stream()
                .map(release -> new ReleaseView(
                        release.getKey().get(0), release.getKey().get(1), release.getValue()))
                .toList();
    }

    /** The time of the newest decision. */
    public Instant at() {
        return decisions.get(0).at();
    }
}
