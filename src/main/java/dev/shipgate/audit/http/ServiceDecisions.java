package dev.shipgate.audit.http;

import dev.shipgate.audit.http.DecisionList.DecisionSummary;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.DecisionRow;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.http.limit.Bulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The decisions by the service that they are about. Takes some steps in indexes, however many decisions there are. */
@ApplicationScoped
public class ServiceDecisions {

    private final RecordReader records;
    private final Bulkhead searches = new Bulkhead(4, "Searches for services");

    ServiceDecisions(RecordReader records) {
        this.records = records;
    }

    /**
     * A decision on a release of a service.
     *
     * @param waived whether a waiver covers any failure or blocker
     */
    public record Decided(DecisionSummary summary, boolean waived) {}

    /**
     * The services of which there are decisions.
     *
     * @param newest the newest decision of each, by the name of the service
     * @param next the name after which there are more; null when these are the last
     */
    public record Services(List<Decided> newest, @Nullable String next) {}

    /**
     * Some services, by name.
     *
     * @param after the name after which they begin; null for the beginning
     */
    public Services services(@Nullable String after, int count) {
        return searches.run(() -> {
            List<String> names = records.services(after, count + 1);
            List<String> page = names.subList(0, Math.min(count, names.size()));
            List<Decided> newest = new ArrayList<>();
            page.forEach(name -> newest.addAll(find(name, null, 1)));
            return new Services(newest, names.size() > count ? page.get(count - 1) : null);
        });
    }

    /**
     * The newest decisions of a service.
     *
     * @param before a decision, for those before it; null for the newest
     */
    public List<Decided> newest(String service, @Nullable UUID before, int count) {
        return searches.run(() -> find(service, before, count));
    }

    /** Among the newest are no more that are waived than among as many of those that are. */
    private List<Decided> find(String service, @Nullable UUID before, int count) {
        Set<UUID> waived = records.rows(of(service, true, before), count).stream()
                .map(DecisionRow::decisionId)
                .collect(Collectors.toSet());
        return records.rows(of(service, null, before), count).stream()
                .map(row -> new Decided(DecisionSummary.of(row), waived.contains(row.decisionId())))
                .toList();
    }

    private static DecisionFilter of(String service, @Nullable Boolean waived, @Nullable UUID before) {
        return new DecisionFilter(null, service, null, null, null, null, null, null, waived, null, null, before);
    }
}
