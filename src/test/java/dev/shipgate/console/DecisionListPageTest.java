package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

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
class DecisionListPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void theRootLeadsToTheDecisions() {
        Page page = BROWSER.open("/");
        assertThat(page).hasURL(Chromium.address("/console/decisions"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Decisions");
    }

    @Test
    void showsWhatHeldReleasesBack() {
        String version = "v-" + UUID.randomUUID();
        SampleDecisions.voiceAgent(version, 700);
        SampleDecisions.voiceAgent(version, 900);
        Page page = BROWSER.open("/console/decisions?version=" + version);
        assertThat(page.locator("#rows tr")).hasCount(2);
        assertThat(page.locator("#rows tr").nth(0)).containsText("blocked");
        assertThat(page.locator("#rows tr").nth(0)).containsText("book_table: latency");
        assertThat(page.locator("#rows tr").nth(1)).containsText("ships");
        BROWSER.inspect(page, "decisions");
    }

    @Test
    void tellsTimesInTheZoneOfTheReaderAndInUtcOnDemand() {
        SampleDecisions.voiceAgent("v-" + UUID.randomUUID(), 700);
        Page page = BROWSER.open("/console/decisions?limit=1");
        Pattern inUtc = Pattern.compile("\\d{1,2} \\w+ 20\\d\\d, \\d\\d:\\d\\d UTC");
        Pattern local = Pattern.compile("\\d{1,2} \\w+ 20\\d\\d, \\d\\d:\\d\\d");
        assertThat(page.locator("#rows time")).hasText(local);
        assertThat(page.locator("#zone")).hasText(Pattern.compile("Asia/Kat.*"));
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("UTC"))
                .check();
        assertThat(page.locator("#rows time")).hasText(inUtc);
        page.reload();
        assertThat(page.locator("#rows time")).hasText(inUtc);
    }

    @Test
    void filtersWithoutScriptsAndLeavesEmptyFieldsOutOfTheAddress() {
        String version = "v-" + UUID.randomUUID();
        SampleDecisions.voiceAgent(version, 900);
        Page page = BROWSER.open("/console/decisions", Reader.WITHOUT_SCRIPTS);
        page.getByLabel("Version").fill(version);
        page.getByLabel("Verdict").selectOption("block");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page).hasURL(Chromium.address("/console/decisions?verdict=block&version=" + version));
        assertThat(page.locator("#rows tr")).hasCount(1);
        assertThat(page.locator("#rows time")).containsText("UTC");
    }

    @Test
    void saysWhatIsWrongWithAFilterAndKeepsIt() {
        Page page = BROWSER.open("/console/decisions?from=yesterday");
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The query parameter from must be an instant such as 2026-11-25T10:00:00Z, but is "
                        + "\"yesterday\".");
        assertThat(page.getByLabel("From (UTC)")).hasValue("yesterday");
        BROWSER.inspect(page, "decisions-refused");
    }

    @Test
    void saysThatNothingFits() {
        Page page = BROWSER.open("/console/decisions?service=nobody");
        assertThat(page.getByText("No decision fits these filters.")).isVisible();
        BROWSER.inspect(page, "decisions-none");
    }

    @Test
    void leadsToOlderDecisionsAndBack() {
        String version = "v-" + UUID.randomUUID();
        SampleDecisions.voiceAgent(version, 700);
        SampleDecisions.voiceAgent(version, 900);
        Page page = BROWSER.open("/console/decisions?limit=1&version=" + version);
        assertThat(page.locator("#rows tr")).containsText("blocked");
        page.getByText("Older").click();
        assertThat(page.locator("#rows tr")).containsText("ships");
        page.getByText("Newest").click();
        assertThat(page.locator("#rows tr")).containsText("blocked");
    }

    @Test
    void anUnknownPageIsToldAsOne() {
        Page page = BROWSER.open("/console/nothing");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Not Found");
        BROWSER.inspect(page, "not-found");
    }

    @Test
    void noPageMayRunWhatIsNotOfTheService() {
        String policy = given().get("/console/decisions").header("Content-Security-Policy");
        org.assertj.core.api.Assertions.assertThat(policy)
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    }
}
