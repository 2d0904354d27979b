package dev.shipgate.console.services;

import dev.shipgate.console.trend.LatencyTrends;
import dev.shipgate.context.Waiver;
import dev.shipgate.releases.ShippedMark;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as its page shows it.
 *
 * @param environments those that its releases or the rules name
 * @param environment the one that is shown; null for releases that name none
 * @param releases on its timeline
 * @param older the page of the releases before these; null when these are the oldest
 * @param trends of the environment
 * @param unread how many releases of the trends are not shown, as their records are too large or have changed
 * @param budgets of the environment
 * @param moreBudgets how many are not shown
 * @param rulesFailed the reasons why some budgets are not there
 * @param last the release that the budgets are compared with; empty when none was checked
 * @param shipped the last release that went out in the environment; null when none is known
 * @param waivers that are valid now, newest first
 * @param moreWaivers whether there are more
 */
record ServiceView(
        String name,
        List<EnvironmentLink> environments,
        @Nullable String environment,
        List<ReleaseView> releases,
        @Nullable URI older,
        LatencyTrends trends,
        int unread,
        List<BudgetRow> budgets,
        int moreBudgets,
        List<String> rulesFailed,
        @Nullable LastRelease last,
        @Nullable ShippedMark shipped,
        List<Waiver> waivers,
        boolean moreWaivers) {

    /** An environment to look at. */
    record EnvironmentLink(String name, URI page, boolean shown) {}

    /** The page with its newest releases. */
    public URI page() {
        return ServiceLinks.service(name);
    }

    /** The decision by which the last release went out. */
    public @Nullable URI shippedBy() {
        return shipped == null ? null : ServiceLinks.decision(shipped.decisionId());
    }
}
