package dev.shipgate.audit;

import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionLog;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Turn;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With {@code BENCH_AUDIT=off} nothing is recorded: the part that is left is the service without its audit. */
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
        public Turn begin(String kind, Submission submission) {
            return new UnrecordedTurn();
        }
    }

    private static final class UnrecordedTurn implements Turn {

        @Override
        public Optional<Answered> decidedBefore() {
            return Optional.empty();
        }

        @Override
        public Answered record(Decision decision) {
            return Answered.of(decision);
        }

        @Override
        public void close() {}
    }
}
