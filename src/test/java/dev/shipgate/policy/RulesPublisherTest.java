package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.policy.RulesetEdit.Source;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A publication beside edits of the folder that nobody has looked at yet. */
@QuarkusTest
@TestProfile(MutatedRulesTest.NobodyElseLoadsRules.class)
class RulesPublisherTest {

    private static final RulesetEdit EDIT = new RulesetEdit(Source.PUBLICATION, "release-bot", null);
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
}
