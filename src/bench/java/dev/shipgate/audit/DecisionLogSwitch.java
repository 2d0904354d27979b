package dev.shipgate.audit;

import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionLog;
import dev.shipgate.decision.Submission;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With {@code BENCH_AUDIT=off} nothing is recorded: what is left is the service without its audit. */
@Singleton
final class DecisionLogSwitch {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    DecisionLog decisionLog(Audit audit, @ConfigProperty(name = "bench.audit", defaultValue = "on") String setting) {
        return setting.equals("off") ? new NothingRecorded() : audit.decisionLog();
    }

    private static final class NothingRecorded implements DecisionLog {

        @Override
        public Optional<UUID> highestId() {
            return Optional.empty();
        }

        @Override
        public Answered once(String kind, Submission submission, Work work) {
            return work.get();
        }

        @Override
        public Answered record(Decision decision, Submission submission) {
            return Answered.of(decision);
        }
    }
}
