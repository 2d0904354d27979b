package dev.shipgate.console.services;

import dev.shipgate.audit.http.CheckedReleases.Checked;
import dev.shipgate.audit.http.CheckedReleases.RouteCheck;
import dev.shipgate.console.rules.LimitCell;
import dev.shipgate.number.Numbers;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.rulesets.KnownLimits.KnownLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a service, and where its last release stands.
 *
 * @param kind of evaluation, in words
 * @param route empty for a limit of the whole measurement
 * @param limit that the policy sets now; null where it sets none
 * @param last the check of the last release; null where it had none
 */
record BudgetRow(
        String kind,
        String route,
        String check,
        @Nullable LimitCell limit,
        @Nullable LastCheck last) {

    /**
     * A check of the last release, in words.
     *
     * @param limit that held then
     * @param margin how much room was left; empty where that is not known
     * @param word the outcome
     * @param style of a verdict that means the same
     */
    record LastCheck(String observed, String limit, String margin, String word, String style) {

        static LastCheck of(RouteCheck check) {
            boolean isWaived = !check.waiver().isEmpty();
            return new LastCheck(
                    check.observed() == null ? "–" : Numbers.forPeople(check.observed()),
                    check.limit() == null ? "–" : Numbers.forPeople(check.limit()),
                    check.margin() == null ? "" : Numbers.percent(check.margin()),
                    isWaived ? "waived" : check.outcome().replace('_', ' '),
                    isWaived ? "waived" : style(check.outcome()));
        }

        private static String style(String outcome) {
            return switch (outcome) {
                case "pass" -> "pass";
                case "fail" -> "block";
                case "not_applicable" -> "none";
                default -> "error";
            };
        }
    }

    private record Key(String route, String check) {}

    /** Those of the policy, and after them those that only the last release had, from its caller. */
    static List<BudgetRow> of(List<KnownLimit> limits, String checkedKind, @Nullable Checked last) {
        List<BudgetRow> rows = new ArrayList<>();
        Set<Key> known = new HashSet<>();
        for (KnownLimit limit : limits) {
            String route = Objects.requireNonNullElse(limit.limit().route(), "");
            String check = limit.limit().check();
            Optional<RouteCheck> checked =
                    limit.kind().equals(checkedKind) ? find(last, route, check) : Optional.empty();
            known.add(new Key(route, check));
            rows.add(row(limit.kind(), route, check, LimitCell.of(limit), checked.orElse(null)));
        }
        if (last != null) {
            last.checks().stream()
                    .filter(check -> !known.contains(new Key(check.route(), check.check())))
                    .forEach(check -> rows.add(row(checkedKind, check.route(), check.check(), null, check)));
        }
        return rows;
    }

    private static Optional<RouteCheck> find(@Nullable Checked last, String route, String name) {
        return last == null
                ? Optional.empty()
                : last.checks().stream()
                        .filter(check ->
                                check.route().equals(route) && check.check().equals(name))
                        .findFirst();
    }

    private static BudgetRow row(
            String kind, String route, String check, @Nullable LimitCell limit, @Nullable RouteCheck checked) {
        return new BudgetRow(
                ReportedKind.title(kind),
                route,
                check.replace('_', ' '),
                limit,
                checked == null ? null : LastCheck.of(checked));
    }
}
