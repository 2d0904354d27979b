package dev.shipgate.policy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.folder.FolderChange;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.live.RulesetEdit.EditSource;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A publication beside edits of the folder that nobody has looked at yet. */
@QuarkusTest
@TestProfile(MutatedRulesTest.NobodyElseLoadsRules.class)
class RulesPublisherTest {

    private static final RulesetEdit EDIT = new RulesetEdit(EditSource.PUBLICATION, "release-bot", null);
    private static final String RULE = """
            package shipgate.loadgate
            rule "%s" @owner("sre") when then end
            """;

    @Inject
    RulesPublisher publisher;

    @Inject
    ActiveRuleset active;

    private static RulesetFiles ruleset(String rule) {
        return RulesetFiles.of(List.of(TestRules.file("load-gate/only.drl", RULE.formatted(rule))));
    }

    private String activeVersion() {
        return active.state().active().orElseThrow().ruleset().version();
    }

    private static RulesetFiles folder() throws IOException {
        return new RulesDirectory(LiveRules.folder()).read();
    }

    @Test
    void anEditOfTheFolderThatNobodyHasLookedAtIsNotOverwritten() throws Exception {
        RulesetFiles judged = folder();
        String before = activeVersion();
        LiveRules.write("load-gate/budgets.drl", "package shipgate.loadgate\n");
        RulesetFiles edited = folder();

        assertThatThrownBy(() -> publisher.publish(ruleset("new"), EDIT, null))
                .isInstanceOf(RulesConflictException.class)
                .hasMessageContaining("edited meanwhile");

        assertThat(activeVersion()).isEqualTo(before);
        assertThat(folder()).isEqualTo(edited);

        LiveRules.restore();
        assertThat(folder()).isEqualTo(judged);
        publisher.publish(ruleset("new"), EDIT, null);
        assertThat(activeVersion()).isEqualTo(ruleset("new").version());
        assertThat(folder()).isEqualTo(ruleset("new"));

        publisher.publish(judged, EDIT, null);
        assertThat(folder()).isEqualTo(judged);
    }

    @Test
    void rulesTheFolderDidNotTakeDecideUntilItIsReadAgain() throws Exception {
        LiveRules.restore();
        RulesetFiles judged = folder();
        Path staged = LiveRules.folder().resolve(".shipgate-staged/removed");
        Path inTheWay = LiveRules.folder().resolve(".shipgate-ready");
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> {
            while (!Files.exists(staged)) {
                Thread.onSpinWait();
            }
            LiveRules.write(".shipgate-ready/file", "in the way");
        });

        assertThatThrownBy(() -> publisher.publish(ruleset("unwritten"), EDIT, null))
                .isInstanceOf(UncheckedIOException.class);
        meanwhile.join();

        assertThat(folder()).isEqualTo(judged);
        assertThat(activeVersion()).isEqualTo(ruleset("unwritten").version());
        try (RulesetLease rules = active.lease()) {
            assertThat(rules.version()).isEqualTo(ruleset("unwritten").version());
        }
        Files.delete(inTheWay.resolve("file"));
        Files.delete(inTheWay);
        assertThatThrownBy(() -> publisher.publish(judged, EDIT, null))
                .as("The folder has to be looked at first")
                .isInstanceOf(RulesConflictException.class);

        try (FolderChange change = FolderChange.stage(LiveRules.folder(), judged, ruleset("unwritten"))) {
            change.complete();
        }
        publisher.publish(judged, EDIT, null);
        assertThat(folder()).isEqualTo(judged);
    }
}
