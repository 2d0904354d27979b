package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shipgate.testing.Json.json;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.console.Chromium.Reader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class RulesAndServicesByRoleTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private static final String PAGE_OF_BOOK_TABLE =
            "/console/rules/rule?name=voice-agent%20in%20production:%20booking%20a%20table";

    private static Page open(String role, String path) {
        Page page = BROWSER.newPage(Reader.IN_THE_LIGHT);
        page.navigate(Chromium.address("/console/login"));
        page.getByLabel("API key").fill(Keys.text(role));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.navigate(Chromium.address(path));
        return page;
    }

    @Test
    void anAuthorReadsRulesAndNoServices() {
        Page page = open(Roles.AUTHOR, PAGE_OF_BOOK_TABLE);
        assertThat(page.locator("nav[aria-label=Console] li")).hasText(new String[] {"Rules"});
        assertThat(page.locator("dd").getByText("decisions")).hasCount(0);
        page.navigate(Chromium.address("/console/services"));
        assertThat(page.getByText("Status 403")).isVisible();
    }

    @Test
    void oneWhoEvaluatesReadsNeither() {
        Page page = open(Roles.EVALUATE, "/console/rules");
        assertThat(page.getByText("Status 403")).isVisible();
        page.navigate(Chromium.address("/console/rules/limits"));
        assertThat(page.getByText("Status 403")).isVisible();
        page.navigate(Chromium.address("/console/rules/versions"));
        assertThat(page.getByText("Status 403")).isVisible();
    }

    @Test
    void anAuditorReadsBoth() {
        Page page = open(Roles.AUDIT, PAGE_OF_BOOK_TABLE);
        assertThat(page.locator("nav[aria-label=Console] li"))
                .hasText(new String[] {"Decisions", "Services", "Rules", "Waivers", "Audit"});
        assertThat(page.locator("dd").getByText("decisions")).hasCount(1);
        page.navigate(Chromium.address("/console/services"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Services");
    }

    @Test
    void aServiceShowsItsValidWaivers() {
        String until = Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String id = json(Keys.with(Keys.text(Roles.WAIVE))
                        .contentType("application/json")
                        .body("""
                                {"service": "voice-agent", "environment": "production", "route": "book_table",
                                 "reason": "latency", "until": "%s",
                                 "justification": "The <b>provider</b> mends it tomorrow."}
                                """.formatted(until))
                        .post("/v1/waivers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString())
                .path("waiver_id")
                .asText();
        SampleDecisions.voiceAgent(Keys.with(Keys.text(Roles.EVALUATE)), "waived-1", 900);
        Page page = open(Roles.AUDIT, "/console/services?service=voice-agent");
        assertThat(page.locator("a[href='/console/waivers/" + id + "']")).hasText("latency");
        assertThat(page.getByText("The <b>provider</b> mends it tomorrow.")).isVisible();
        assertThat(page.locator("#releases tr").first()).containsText("ships, waived");
        assertThat(page.locator(".budgets").getByText("waived")).isVisible();
        BROWSER.inspect(page, "service-waived");
    }
}
