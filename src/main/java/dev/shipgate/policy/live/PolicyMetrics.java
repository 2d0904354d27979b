package dev.shipgate.policy.live;

import dev.shipgate.policy.session.Ruleset;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts edits by their outcome, and says which ruleset is active. */
@ApplicationScoped
public class PolicyMetrics {

    private final Counter activated;
    private final Counter refused;
    private final Counter foldersCompiled;
    private final Counter foldersCached;
    private final MultiGauge activeRuleset;

    PolicyMetrics(MeterRegistry registry) {
        this.activated = reloads(registry, "activated");
        this.refused = reloads(registry, "refused");
        this.foldersCompiled = folders(registry, "compiled");
        // Dashboards know cached folders by this word.
        this.foldersCached = folders(registry, "kept");
        this.activeRuleset = MultiGauge.builder("shipgate.ruleset.info")
                .description("1 for the version of the rules that decides now")
                .register(registry);
    }

    private static Counter reloads(MeterRegistry registry, String outcome) {
        return Counter.builder("shipgate.ruleset.reloads")
                .description("Edits of the rules, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Counter folders(MeterRegistry registry, String origin) {
        return Counter.builder("shipgate.ruleset.folders")
                .description("Folders of rules that became active, by whether they were compiled or had been before")
                .tag("origin", origin)
                .register(registry);
    }

    void activated(Ruleset ruleset) {
        activated.increment();
        foldersCompiled.increment(ruleset.origins().compiled());
        foldersCached.increment(ruleset.origins().cached());
        activeRuleset.register(List.of(MultiGauge.Row.of(Tags.of("version", ruleset.version()), 1)), true);
    }

    void refused() {
        refused.increment();
    }
}
