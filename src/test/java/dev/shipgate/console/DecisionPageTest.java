package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.console.Chromium.Reader;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class DecisionPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static Page open(String id) {
        return BROWSER.open("/console/decisions/" + id);
    }

    private static Locator section(Page page, String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    @Test
    void saysWhyAReleaseIsHeldBackAndWhomToAsk() {
        Page page = open(SampleDecisions.voiceAgent("2026.12.1-1", 900));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("voice-agent 2026.12.1-1 in production blocked");
        assertThat(page.locator(".lead")).hasText("Do not ship: 1 reason holds it back.");
        Locator reason = section(page, "Held back by").locator(".reason");
        assertThat(reason).hasCount(1);
        assertThat(reason.getByRole(AriaRole.HEADING)).hasText("book_table: latency");
        assertThat(reason.locator("p").first()).hasText("p95 latency in ms is 900, over the limit of 800 by 12.5 %.");
        assertThat(reason.locator(".facts > div")).hasText(new String[] {
            "Observed900",
            "Limit800",
            "Margin-12.5 %",
            "Limit set byvoice-agent in production: booking a table, owner booking-team",
            "Rulelatency is over budget, owner sre, explained here"
        });
        assertThat(reason.getByText("explained here"))
                .hasAttribute("href", "https://runbooks.example.com/shipgate/latency");
        BROWSER.inspect(page, "decision-blocked");
    }

    @Test
    void saysWhatChangedSinceTheDecisionBefore() {
        SampleDecisions.voiceAgent("2026.12.2-1", 700);
        Page page = open(SampleDecisions.voiceAgent("2026.12.2-2", 910));
        Locator changes = section(page, "Since the decision before");
        assertThat(changes.locator("p").first()).containsText("voice-agent 2026.12.2-1 in production");
        assertThat(changes.locator("tbody tr"))
                .hasText(Pattern.compile("book_table\\s*latency\\s*700\\s*910\\s*800\\s*pass → fail"));
        assertThat(changes).containsText("The same rules decided both.");
    }

    @Test
    void showsTheRulesThatChangedBetweenTwoDecisions() {
        SampleDecisions.voiceAgent("2026.12.3-1", 900);
        LiveRules.edit("load-gate/budgets.drl", "p95Ms(800)", "p95Ms(950)");
        Page page = open(SampleDecisions.voiceAgent("2026.12.3-2", 900));
        Locator changes = section(page, "Since the decision before");
        changes.getByText("changed: load-gate/budgets.drl").click();
        assertThat(changes.locator(".diff")).containsText("p95Ms(950)");
        assertThat(changes.locator("tbody tr").first()).containsText("fail → pass");
        BROWSER.inspect(page, "decision-rules-changed");
    }

    @Test
    void showsWhatTheRulesOfNowSay() {
        String id = SampleDecisions.voiceAgent("2026.12.4-1", 900);
        Page same = BROWSER.open("/console/decisions/" + id + "/replay");
        assertThat(same.locator(".note")).hasText("The rules of now give the same answer.");
        BROWSER.inspect(same, "replay-same");
        LiveRules.edit("load-gate/budgets.drl", "p95Ms(800)", "p95Ms(950)");
        Page other = open(id);
        other.getByText("What do the rules of now say?").click();
        assertThat(other.locator(".note")).containsText("The rules of now give another answer.");
        assertThat(other.locator("tbody")).containsText("/verdict");
        BROWSER.inspect(other, "replay-other");
    }

    @Test
    void showsTheFactsOfEachFiringOnDemand() {
        Page page = open(SampleDecisions.voiceAgent("2026.12.5-1", 900));
        page.getByText("Which rules fired").click();
        Locator firing = page.locator(".firings li", new Page.LocatorOptions().setHasText("latency is over budget"));
        assertThat(firing.locator(".facts > div"))
                .hasText(new String[] {"routebook_table", "observed900", "limit800", "sourcepolicy"});
        BROWSER.inspect(page, "firings");
    }

    /** The README shows the picture that this test takes. */
    @Test
    void drawsTheLatencyOfTheLastReleasesOfEachRoute() {
        for (int release = 1; release <= 7; release++) {
            SampleDecisions.voiceAgent("2026.12.9-" + release, 640 + 30 * release);
        }
        Page page = open(SampleDecisions.voiceAgent("2026.12.9-8", 900));
        Locator trends = section(page, "Latency of the last releases");
        assertThat(trends.getByRole(AriaRole.IMG)).hasCount(5);
        assertThat(trends.getByRole(AriaRole.IMG).first())
                .hasAccessibleName(Pattern.compile("p95 by release: book_table.*"));
        assertThat(trends.locator("figcaption").first()).containsText("has a p95 of 900 ms, limit 800 ms.");
        page.setViewportSize(1100, 1080);
        Chromium.pictureOfScreen(page, "readme");
    }

    @Test
    void givesTheRecordAndTheTableAsFiles() {
        String id = SampleDecisions.voiceAgent("2026.12.6-1", 900);
        given().get("/console/decisions/" + id + "/record.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".json\"")
                .body("decision_id", equalTo(id));
        given().get("/console/decisions/" + id + "/report.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".csv\"");
    }

    @Test
    void givesTheReportInMarkdownToCopy() {
        Page page = open(SampleDecisions.voiceAgent("2026.12.7-1", 900));
        page.getByText("Markdown to copy").click();
        assertThat(page.getByLabel("A comment for a change or a ticket"))
                .hasValue(Pattern.compile("^## ❌ voice-agent 2026\\.12\\.7-1 in production: do not ship\n"));
    }

    @Test
    void readsWithoutScripts() {
        String id = SampleDecisions.voiceAgent("2026.12.8-1", 900);
        Page page = BROWSER.open("/console/decisions/" + id, Reader.WITHOUT_SCRIPTS);
        assertThat(section(page, "Held back by")).containsText("book_table: latency");
        page.getByText("Load gate: 14 lines").click();
        assertThat(section(page, "Load gate")).isVisible();
    }

    @Test
    void saysThatADecisionIsNotKept() {
        Page page = BROWSER.open("/console/decisions/" + new UUID(0, 1));
        assertThat(page.locator(".lead")).containsText("Maybe it is older than decisions are kept?");
        BROWSER.inspect(page, "decision-gone");
    }

    @Test
    void namesOfStrangersAreTextAndNothingElse() {
        String hostile = "<img src=x onerror=alert(1)>\\u202Egnp.exe{cdi:viewer.name}";
        String id = SampleDecisions.decide(given(), "load-gate", """
                {"service": "%1$s", "environment": "%1$s", "version": "javascript:alert(1)",
                 "routes": {"%1$s": {"p95_ms": 900, "error_rate": 0.5, "cost_per_success": 1, "task_success_delta": 0},
                   "%2$s": {"p95_ms": null}},
                 "budgets": {"%1$s": {"p95_ms": 800, "error_rate": 0.01, "cost_per_success": 0.5}}}
                """.formatted(hostile, "long".repeat(60)));
        for (String path : new String[] {id, id + "/firings", id + "/replay"}) {
            Page page = BROWSER.open("/console/decisions/" + path);
            assertThat(page.locator("main img")).hasCount(0);
            assertThat(page.locator("h1")).containsText("<img src=x onerror=alert(1)>");
            assertThat(page.locator("h1")).containsText("{cdi:viewer.name}");
            BROWSER.inspect(page, "hostile-" + path.replace(id, "").replace("/", "") + "decision");
        }
        Page list = BROWSER.open("/console/decisions?version=javascript:alert(1)");
        assertThat(list.locator("main img")).hasCount(0);
        assertThat(list.locator("#rows")).containsText("<img src=x onerror=alert(1)>");
        BROWSER.inspect(list, "hostile-decisions");
    }

    @Test
    void aThousandRoutesAreShownAtOnce() {
        StringBuilder routes = new StringBuilder();
        StringBuilder budgets = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            String comma = i == 0 ? "" : ",";
            routes.append(comma)
                    .append("\"route-%04d\": {\"p95_ms\": %d, \"error_rate\": 0.001, \"cost_per_success\": 0.01, "
                            .formatted(i, 500 + i))
                    .append("\"task_success_delta\": 0}");
            budgets.append(comma)
                    .append("\"route-%04d\": {\"p95_ms\": 1000, \"error_rate\": 0.01, \"cost_per_success\": 0.02}"
                            .formatted(i));
        }
        String id = SampleDecisions.decide(
                given(),
                "load-gate",
                "{\"service\": \"wide\", \"routes\": {" + routes + "}, \"budgets\": {" + budgets + "}}");
        Page page = open(id);
        assertThat(page.locator(".lead")).hasText("Do not ship: 499 reasons hold it back.");
        // The farthest from its limit is the first.
        assertThat(page.locator(".reason h3").first()).hasText("route-0999: latency");
        assertThat(page.getByText("And 299 further ones, which the table of all lines has."))
                .isVisible();
        Chromium.picture(page, "decision-thousand-routes");
    }
}
