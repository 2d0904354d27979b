package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.console.Chromium.Reader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class WaiverListPageTest {

    private static final String LIST = "/console/waivers";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private final String service = "listed-" + UUID.randomUUID();

    @Test
    void showsEachWaiverWithWhatItCoversAndWhy() {
        String revoked = SampleWaivers.grant(service, Map.of("environment", "production", "route", "find"));
        SampleWaivers.revoke(revoked, "The new index is there.");
        SampleWaivers.grant(service, Map.of("version", "7.1", "justification", "The index grows. ".repeat(50)));
        SampleWaivers.grant(service, Map.of());
        SampleWaivers.slowRelease(service, "7.2");
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, LIST + "?service=" + service);
        Locator rows = page.locator("#rows tr");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0)).containsText("valid");
        assertThat(rows.nth(0)).containsText("any release, any route");
        assertThat(rows.nth(0)).containsText("key:waive");
        assertThat(rows.nth(0)).containsText("Agreed with sales.");
        assertThat(rows.nth(1)).containsText("version 7.1");
        assertThat(rows.nth(1)).containsText("not yet");
        assertThat(rows.nth(1)).containsText("The index grows. The…");
        assertThat(rows.nth(2)).containsText("revoked");
        assertThat(rows.nth(2)).containsText("environment production");
        assertThat(rows.nth(2)).containsText("route find");
        assertThat(rows.nth(2)).containsText("never");
        BROWSER.inspect(page, "waivers");
    }

    @Test
    void filtersByStateWithoutScripts() {
        String revoked = SampleWaivers.grant(service, Map.of());
        SampleWaivers.revoke(revoked, "It was for another service.");
        SampleWaivers.grant(service, Map.of("version", "8"));
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, LIST, Reader.WITHOUT_SCRIPTS);
        page.getByLabel("Service").fill(service);
        page.getByLabel("State").selectOption("revoked");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page).hasURL(Chromium.address(LIST + "?service=" + service + "&state=revoked"));
        assertThat(page.locator("#rows tr")).hasCount(1);
        page.locator("#rows a").click();
        assertThat(page).hasURL(Chromium.address(LIST + "/" + revoked));
    }

    @Test
    void leadsToOlderWaiversAndBack() {
        SampleWaivers.grant(service, Map.of("version", "1"));
        SampleWaivers.grant(service, Map.of("version", "2"));
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, LIST + "?limit=1&service=" + service);
        assertThat(page.locator("#rows tr")).containsText("version 2");
        page.getByText("Older").click();
        assertThat(page.locator("#rows tr")).containsText("version 1");
        page.getByText("Newest").click();
        assertThat(page.locator("#rows tr")).containsText("version 2");
    }

    @Test
    void saysWhatIsWrongWithAFilter() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, LIST + "?state=old");
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The query parameter state must be one of valid, expired, revoked, but is \"old\".");
        BROWSER.inspect(page, "waivers-refused");
    }

    @Test
    void saysThatNoWaiverFits() {
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, LIST + "?service=nobody");
        assertThat(page.getByText("No waiver fits these filters.")).isVisible();
        BROWSER.inspect(page, "waivers-none");
    }

    @Test
    void offersToGrantOnlyToThoseWhoMay() {
        assertThat(grantLink(SignedIn.open(BROWSER, Roles.WAIVE, LIST))).isVisible();
        Page auditor = SignedIn.open(BROWSER, Roles.AUDIT, LIST);
        assertThat(auditor.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Waivers");
        assertThat(grantLink(auditor)).hasCount(0);
    }

    private static Locator grantLink(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Grant a waiver"));
    }

    @Test
    void isNotForCallersWithoutARoleForIt() {
        Page page = SignedIn.open(BROWSER, Roles.EVALUATE, LIST);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("The caller may not do this");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).not().containsText("Waivers");
        given().redirects().follow(false).get(LIST).then().statusCode(401);
    }
}
