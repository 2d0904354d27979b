package dev.shipgate.audit.store;

import dev.shipgate.audit.store.read.DecisionFilter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter of which a test sets only the fields that it asks for. */
public final class Filter {

    @Nullable
    public String kind;

    @Nullable
    public String service;

    @Nullable
    public String environment;

    @Nullable
    public String version;

    @Nullable
    public String route;

    @Nullable
    public String rule;

    @Nullable
    public String verdict;

    @Nullable
    public String ruleset;

    @Nullable
    public Boolean waived;

    @Nullable
    public Instant from;

    @Nullable
    public Instant to;

    @Nullable
    public UUID before;

    /** Sets the fields that a test asks for. */
    public interface Asking {
        void of(Filter filter);
    }

    private Filter() {}

    public static DecisionFilter all() {
        return by(filter -> {});
    }

    public static DecisionFilter by(Asking asking) {
        Filter filter = new Filter();
        asking.of(filter);
        return new DecisionFilter(
                filter.kind,
                filter.service,
                filter.environment,
                filter.version,
                filter.route,
                filter.rule,
                filter.verdict,
                filter.ruleset,
                filter.waived,
                filter.from,
                filter.to,
                filter.before);
    }
}
