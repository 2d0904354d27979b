package dev.shipgate.audit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.record.EngineVersions;
import dev.shipgate.audit.record.MaskWords;
import dev.shipgate.audit.record.Masking;
import dev.shipgate.audit.record.PassedRelease;
import dev.shipgate.audit.record.RecordComposer;
import dev.shipgate.audit.record.RecordedMeasurements;
import dev.shipgate.audit.record.ReleaseEvent;
import dev.shipgate.audit.record.RulesetEvent;
import dev.shipgate.audit.record.WaiverEvent;
import dev.shipgate.audit.store.database.Database;
import dev.shipgate.audit.store.read.EventReader;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.read.RulesetHistory;
import dev.shipgate.audit.store.read.ShippedReader;
import dev.shipgate.audit.store.read.WaiverReader;
import dev.shipgate.audit.store.walk.ChainWalk;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.Housekeeping;
import dev.shipgate.audit.verification.Verification;
import dev.shipgate.decision.DecisionLog;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.git.SourceCommits;
import dev.shipgate.policy.live.RulesetLog;
import dev.shipgate.releases.ReleasesConfig;
import dev.shipgate.releases.ReleasesConfig.Shipped;
import dev.shipgate.releases.ShippedBook;
import dev.shipgate.waivers.WaiverBook;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the store at the start, hands out the objects that work on it, and closes it at the end. */
@ApplicationScoped
@Unremovable
public class Audit {

    private static final Logger LOG = Logger.getLogger(Audit.class);

    /** Longer than a store that is there takes to open. Without it the service starts, and answers 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final RecordReader reader;
    private final GroupCommit writer;
    private final AuditLog log;
    private final RulesetHistory history;
    private final AuditedRulesets rulesets;
    private final AuditedReleases releases;
    private final AuditedWaivers waivers;
    private final OptionalInt retentionDays;
    private final List<JsonPointer> masked;

    Audit(
            DataConfig data,
            AuditConfig config,
            RulesConfig rules,
            ReleasesConfig shipped,
            AuditMetrics metrics,
            ObjectMapper json,
            Evaluations evaluations,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        database = Databases.of(data, config);
        reader = new RecordReader(database);
        writer = new GroupCommit(
                database,
                new Housekeeping(config.retentionDays(), shipped.remembered()),
                metrics,
                config.queueCapacity(),
                config.commitTimeout());
        metrics.watch(writer);
        Supplier<byte[]> salt = new StoredSalt(reader);
        retentionDays = config.retentionDays();
        masked = pointers(config);
        Masking masking = new Masking(masked, MaskWords.of(evaluations), salt);
        RecordedMeasurements measurements = new RecordedMeasurements(evaluations);
        ReleaseEvent releaseEvents = new ReleaseEvent(json);
        PassedRelease passed =
                shipped.shipped() == Shipped.PASSED ? new PassedRelease(measurements, releaseEvents) : null;
        RecordComposer composer = new RecordComposer(json, EngineVersions.of(version), masking, passed);
        releases = new AuditedReleases(
                writer, reader, new ShippedReader(database), measurements, releaseEvents, shipped.remembered());
        history = new RulesetHistory(database);
        rulesets = new AuditedRulesets(writer, history, new RulesetEvent(json), new SourceCommits(rules.dir())::of);
        waivers = new AuditedWaivers(writer, new WaiverReader(database), new WaiverEvent(json));
        log = new AuditLog(
                writer, new DecidedBefore(reader, config.idempotencyTtl(), masking, salt), composer, metrics);
    }

    private static List<JsonPointer> pointers(AuditConfig config) {
        List<JsonPointer> pointers = new ArrayList<>();
        config.maskPointers().orElse(List.of()).forEach(pointer -> pointers.add(pointer(pointer)));
        config.maskLabels()
                .orElse(List.of())
                .forEach(label -> pointers.add(
                        JsonPointer.empty().appendProperty("labels").appendProperty(label)));
        return pointers;
    }

    private static JsonPointer pointer(String text) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "shipgate.audit.mask-pointers must be JSON Pointers, such as /service, but one is \"" + text
                            + "\".",
                    e);
        }
    }

    /** Before the rules, which become active once that is recorded. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event)
            throws InterruptedException {
        LOG.infof(
                "Records are kept %s, with %s",
                retentionDays.isPresent() ? "for " + retentionDays.getAsInt() + " days" : "for ever",
                masked.isEmpty() ? "nothing masked" : masked + " masked");
        writer.start(PATIENCE);
    }

    void stop(@Observes ShutdownEvent event) {
        // Readers first: the connection that closes last moves the content of SQLite's log into the database, and only
        // that of the writer may do so.
        database.close();
        writer.close();
    }

    @Produces
    @Singleton
    DecisionLog decisionLog() {
        return log;
    }

    @Produces
    @Singleton
    RulesetLog rulesetLog() {
        return rulesets;
    }

    @Produces
    @Singleton
    WaiverBook waiverBook() {
        return waivers;
    }

    @Produces
    @Singleton
    ShippedBook shippedBook() {
        return releases;
    }

    @Produces
    @Singleton
    RulesetHistory rulesetHistory() {
        return history;
    }

    @Produces
    @Singleton
    RecordReader recordReader() {
        return reader;
    }

    @Produces
    @Singleton
    EventReader eventReader() {
        return new EventReader(database);
    }

    @Produces
    @Singleton
    ChainWalk chainWalk() {
        return new ChainWalk(database);
    }

    @Produces
    @Singleton
    Verification verification() {
        return new Verification(database);
    }

    boolean available() {
        return writer.available();
    }

    String product() {
        return database.product();
    }

    /** Read once, when it is first needed: the store need not be there at the start. */
    private static final class StoredSalt implements Supplier<byte[]> {

        private final RecordReader reader;
        private volatile byte @Nullable [] salt;

        StoredSalt(RecordReader reader) {
            this.reader = reader;
        }

        @Override
        public byte[] get() {
            byte[] known = salt;
            if (known == null) {
                known = reader.salt();
                salt = known;
            }
            return known;
        }
    }
}
