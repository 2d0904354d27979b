package dev.shipgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.shipgate.audit.record.RulesetEvent;
import dev.shipgate.audit.store.database.SqliteDatabase;
import dev.shipgate.audit.store.read.RulesetHistory;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.Housekeeping;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.git.SourceCommit;
import dev.shipgate.policy.live.RulesetEdit;
import dev.shipgate.policy.live.RulesetEdit.EditSource;
import dev.shipgate.policy.live.RulesetLog.Activated;
import dev.shipgate.testing.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The records that are written of activations, on a real database. */
class AuditedRulesetsTest {

    private static final RulesetEdit PUBLISHED = new RulesetEdit(EditSource.PUBLICATION, "release-bot", "More time");

    private static final SourceCommit COMMIT =
            new SourceCommit("8f3c1d0a".repeat(5), "Ann <ann@example.com>", "Give \"bookings\" more time …", true);

    private final Path folder = DataFolder.fresh();
    private Running service = new Running(folder);

    /** The part of a service that records. */
    private static final class Running {

        private final SqliteDatabase database;
        private final GroupCommit writer;
        private final RulesetHistory history;
        private final AuditedRulesets log;

        Running(Path folder) {
            database = new SqliteDatabase(folder);
            writer = new GroupCommit(
                    database, new Housekeeping(OptionalInt.empty()), (records, time) -> {}, 10, Duration.ofSeconds(10));
            history = new RulesetHistory(database);
            log = new AuditedRulesets(
                    writer,
                    history,
                    new RulesetEvent(new ObjectMapper().registerModule(new JavaTimeModule())),
                    ruleset -> Optional.of(COMMIT));
        }

        void stop() {
            writer.close();
            database.close();
        }
    }

    @BeforeEach
    void start() throws InterruptedException {
        service.writer.start(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    private void restart() throws InterruptedException {
        service.stop();
        service = new Running(folder);
        start();
    }

    private static RulesetFiles ruleset(String text) {
        return RulesetFiles.of(List.of(RuleFile.of("load-gate/a.drl", text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aRestartOnTheSameRulesIsNoActivationOfItsOwn() throws Exception {
        RulesetFiles first = ruleset("first");
        RulesetFiles second = ruleset("second");
        service.log.activated(first, null, RulesetEdit.OF_FILES);
        Activated published = service.log.activated(second, first.version(), PUBLISHED);

        restart();

        assertThat(service.log.activated(second, null, RulesetEdit.OF_FILES)).isEqualTo(published);
        assertThat(published.by()).isEqualTo("release-bot");
        assertThat(published.commit()).isEqualTo(COMMIT);
        assertThat(service.history.all()).hasSize(2);
    }

    @Test
    void rulesThatWereEditedWhileTheServiceWasDownAreAnActivation() throws Exception {
        service.log.activated(ruleset("first"), null, PUBLISHED);

        restart();
        service.log.activated(ruleset("edited"), null, RulesetEdit.OF_FILES);

        assertThat(service.history.all())
                .extracting(activation -> activation.version() + " " + activation.caller() + " " + activation.source())
                .containsExactlyInAnyOrder(
                        ruleset("edited").version() + " file directory",
                        ruleset("first").version() + " release-bot publication");
    }

    @Test
    void theSameRulesThatBecomeActiveAgainAreAnActivationAgain() throws Exception {
        RulesetFiles first = ruleset("first");
        RulesetFiles second = ruleset("second");
        service.log.activated(first, null, RulesetEdit.OF_FILES);
        service.log.activated(second, first.version(), PUBLISHED);
        service.log.activated(first, second.version(), RulesetEdit.OF_FILES);

        assertThat(service.history.of(first.version())).hasSize(2);
    }
}
