package dev.shipgate.audit;

import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.WriteFailedException.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts the records that are written, and the evaluations that could not be recorded. */
@ApplicationScoped
public class AuditMetrics implements GroupCommit.CommitListener {

    private final MeterRegistry registry;
    private final Counter records;
    private final Timer commits;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

    AuditMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.records = Counter.builder("shipgate.audit.records")
                .description("Decisions and events that were recorded")
                .register(registry);
        this.commits = Timer.builder("shipgate.audit.commit")
                .description("Time to write records that wait together, until they are on disk")
                .publishPercentileHistogram(false)
                .register(registry);
        for (Refusal refusal : Refusal.values()) {
            refused.put(
                    refusal,
                    Counter.builder("shipgate.audit.refused")
                            .description("Evaluations that were answered 503 because they could not be recorded")
                            .tag("reason", refusal.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    /** Shows the state of the writer from now on. */
    void watch(GroupCommit writer) {
        Gauge.builder("shipgate.audit.available", writer, w -> w.available() ? 1 : 0)
                .description("1 while decisions can be recorded")
                .register(registry);
        Gauge.builder("shipgate.audit.waiting", writer, GroupCommit::waiting)
                .description("Decisions that wait to be written")
                .register(registry);
    }

    @Override
    public void committed(int count, Duration duration) {
        records.increment(count);
        commits.record(duration);
    }

    void refused(Refusal refusal) {
        Objects.requireNonNull(refused.get(refusal)).increment();
    }
}
