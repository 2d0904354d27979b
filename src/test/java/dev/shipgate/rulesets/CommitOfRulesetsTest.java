package dev.shipgate.rulesets;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.policy.git.TestRepository;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class CommitOfRulesetsTest {

    private static final String RULE = "a rule that was committed";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @AfterEach
    void withoutARepository() {
        LiveRules.delete(".git");
        LiveRules.reset();
    }

    @Test
    void anActivationTellsTheCommitOfTheRulesFolderWhereverItIsShown() throws Exception {
        TestRepository repository = TestRepository.in(LiveRules.folder());
        LiveRules.write("load-gate/own.drl", "package shipgate.loadgate\nrule \"" + RULE + "\" when then end\n");
        String id = repository.commit("Add a rule");
        LiveRules.save("load-gate/other.drl", "package shipgate.loadgate\n");

        Map<String, Object> commit = Map.of(
                "id",
                id,
                "author",
                "Ann Example <ann@example.com>",
                "subject",
                "Add a rule",
                "uncommitted_changes",
                true);
        String version = LiveRules.activeVersion();
        assertThat(commitAt("/v1/rulesets/active", "commit")).isEqualTo(commit);
        assertThat(commitAt("/v1/rulesets", "rulesets.find { it.active }.commit"))
                .isEqualTo(commit);
        assertThat(commitAt("/v1/rulesets/" + version, "activations[0].commit")).isEqualTo(commit);
        assertThat(commitAt("/v1/audit/events?limit=1", "events[0].commit")).isEqualTo(commit);
        assertThat(given().get("/v1/rules/{name}/history", RULE).jsonPath().getMap("changes[0].commit"))
                .containsEntry("id", id);
        get("/v1/audit/verification").then().statusCode(200).body("intact", equalTo(true));
    }

    @Test
    void whereThereIsNoRepositoryNothingIsSaidOfOne() {
        LiveRules.save("load-gate/own.drl", "package shipgate.loadgate\n");

        assertThat(get("/v1/rulesets/active").jsonPath().getMap("")).doesNotContainKey("commit");
        assertThat(get("/v1/audit/events?limit=1").jsonPath().getMap("events[0]"))
                .containsEntry("kind", "ruleset_activated")
                .doesNotContainKey("commit");
    }

    private static Map<String, Object> commitAt(String path, String member) {
        return get(path).jsonPath().getMap(member);
    }
}
