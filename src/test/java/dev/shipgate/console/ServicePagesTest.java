package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class ServicePagesTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static String page(String service) {
        return "/console/services?service=" + URLEncoder.encode(service, StandardCharsets.UTF_8);
    }

    @Test
    void listsServicesWithTheirNewestDecision() {
        String version = "v-" + UUID.randomUUID();
        SampleDecisions.voiceAgent(version, 900);
        Page page = BROWSER.open("/console/services");
        Locator row = page.locator("#rows tr", new Page.LocatorOptions().setHasText("voice-agent"));
        assertThat(row).containsText("blocked");
        assertThat(row).containsText(version);
        BROWSER.inspect(page, "services");
        page.getByLabel("Service", new Page.GetByLabelOptions().setExact(true)).fill("voice-agent");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open"))
                .click();
        assertThat(page).hasURL(Chromium.address("/console/services?service=voice-agent"));
    }

    @Test
    void showsWhereTheLastReleaseStands() {
        SampleDecisions.voiceAgent("1.1-" + UUID.randomUUID(), 700);
        String decision = SampleDecisions.voiceAgent("1.2", 900);
        Page page = BROWSER.open("/console/services?service=voice-agent");
        Locator latency = page.locator(".budgets tr", new Page.LocatorOptions().setHasText("book_table"))
                .first();
        assertThat(latency).containsText("800 or less");
        assertThat(latency).containsText("booking-team");
        assertThat(latency.locator("td").nth(3)).hasText("900");
        assertThat(latency.locator("td").nth(4)).hasText("800");
        assertThat(latency.locator("td").nth(5)).hasText("-12.5 %");
        assertThat(latency.locator("td").nth(6)).hasText("fail");
        Locator trend = page.locator(".trends figure", new Page.LocatorOptions().setHasText("book_table"));
        assertThat(trend.locator("figcaption")).containsText("has a p95 of 900 ms, limit 800 ms.");
        Locator newest = page.locator("#releases tr").first();
        assertThat(newest).containsText("1.2");
        assertThat(newest.locator("a").first()).hasAttribute("href", "/console/decisions/" + decision);
        BROWSER.inspect(page, "service");
    }

    @Test
    void showsTheLimitsOfAnEnvironmentWithoutReleases() {
        Page page = BROWSER.open("/console/services?service=chat-agent&environment=staging");
        assertThat(page.locator(".budgets")).containsText("1500 or less");
        assertThat(page.getByText("No load gate was decided here.")).isVisible();
        assertThat(page.getByText("Nothing was decided on this service yet.")).isVisible();
        BROWSER.inspect(page, "service-without-releases");
    }

    @Test
    void tellsTheLastReleaseThatShipped() {
        // Later decisions on a service are compared with what shipped of it: this one is of no other test.
        String service = "shipped-" + UUID.randomUUID();
        String decision = SampleDecisions.decide(given(), "load-gate", """
                {"service": "%s", "environment": "production", "version": "shipped-1",
                 "routes": {"find": {"p95_ms": 200, "error_rate": 0.001, "cost_per_success": 0.001,
                   "task_success_delta": 0}},
                 "budgets": {"find": {"p95_ms": 250, "error_rate": 0.01, "cost_per_success": 0.002}}}
                """.formatted(service));
        given().contentType("application/json")
                .body("{\"decision_id\": \"" + decision + "\"}")
                .post("/v1/releases/shipped")
                .then()
                .statusCode(201);
        Page page = BROWSER.open(page(service));
        assertThat(page.locator("dl a").first()).hasText("shipped-1");
        assertThat(page.locator("dl a").first()).hasAttribute("href", "/console/decisions/" + decision);
    }

    @Test
    void limitsThatOnlyACallerGaveAreToldAsSuch() {
        String service = "<b>search</b> \u202e& more?";
        SampleDecisions.decide(given(), "load-gate", """
                {"service": "%s", "environment": "<i>lab</i>", "version": "<u>7</u>",
                 "routes": {"<script>find</script>": {"p95_ms": 300, "error_rate": 0.05, "cost_per_success": 0.002,
                   "task_success_delta": 0}},
                 "budgets": {"<script>find</script>": {"p95_ms": 250, "error_rate": 0.01, "cost_per_success": 0.002}}}
                """.formatted(service));
        Page page = BROWSER.open(page(service));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(service.replace('\u202e', '\uFFFD'));
        assertThat(page.locator(".budgets tr", new Page.LocatorOptions().setHasText("latency")))
                .containsText("none of the policy");
        assertThat(page.locator("main b, main i, main u, main script")).hasCount(0);
        BROWSER.inspect(page, "service-hostile");
        page.navigate(Chromium.address("/console/services"));
        BROWSER.inspect(page, "services-hostile");
    }

    @Test
    void leadsToOlderReleases() {
        String service = "often-" + UUID.randomUUID();
        String body = "{\"service\": \"" + service + "\", \"version\": \"%d\", \"routes\": {}}";
        for (int i = 0; i < 101; i++) {
            SampleDecisions.decide(given(), "load-gate", body.formatted(i));
        }
        Page page = BROWSER.open("/console/services?service=" + service);
        assertThat(page.locator("#releases tr")).hasCount(100);
        page.getByText("Older").click();
        assertThat(page.locator("#releases tr")).hasCount(1);
        page.getByText("Newest").click();
        assertThat(page.locator("#releases tr")).hasCount(100);
    }

    @Test
    void tellsThatNothingIsKnownOfAService() {
        Page page = BROWSER.open("/console/services?service=nobody");
        assertThat(page.locator(".lead"))
                .hasText("Nothing was decided on a service \"nobody\" as far back as decisions are kept, and no rule "
                        + "names it.");
        page.navigate(Chromium.address("/console/services?after=~~~~"));
        assertThat(page.getByText("These were all services.")).isVisible();
    }
}
