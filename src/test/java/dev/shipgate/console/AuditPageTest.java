package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.console.Chromium.Reader;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class AuditPageTest {

    private static final String PATH = "/console/audit";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private final String service = "audited-" + UUID.randomUUID();

    private static Locator events(Page page) {
        return page.locator("#events > li");
    }

    @Test
    void tellsTheLifeOfAWaiverLastEventFirst() {
        String waiver = SampleWaivers.grant(service, Map.of());
        String decision = SampleWaivers.slowRelease(service, "1");
        SampleWaivers.revoke(waiver, "The new index is there.");
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH);
        Locator events = events(page);
        assertThat(events.nth(0)).containsText("key:waive revoked a waiver.");
        assertThat(events.nth(0)).containsText("The new index is there.");
        assertThat(events.nth(1))
                .containsText("A decision for key:evaluate was the first to ship by a waiver: the decision.");
        assertThat(events.nth(1).getByRole(AriaRole.LINK, linkTo("the decision")))
                .hasAttribute("href", "/console/decisions/" + decision);
        assertThat(events.nth(2)).containsText("key:waive granted a waiver of latency for " + service + " until");
        assertThat(events.nth(2)).containsText("Agreed with sales.");
        assertThat(events.nth(2).getByRole(AriaRole.LINK, linkTo("a waiver of latency")))
                .hasAttribute("href", "/console/waivers/" + waiver);
        assertThat(events.nth(2)).containsText(Pattern.compile("Record \\d+ of chain [0-9a-f-]{36}"));
        BROWSER.inspect(page, "audit");
    }

    private static Locator.GetByRoleOptions linkTo(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    @Test
    void tellsWhatIsWrongWithRulesThatWereRefused() {
        LiveRules.write("load-gate/broken.drl", "rule \"<img src=x onerror=alert(1)>\" when then end end");
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH + "?kind=ruleset_refused");
        for (int i = 0; i < 40 && events(page).count() == 0; i++) {
            page.waitForTimeout(500);
            page.reload();
        }
        LiveRules.restore();
        assertThat(events(page).first()).containsText("An edit of the rules folder was refused: ");
        assertThat(events(page).first()).containsText("load-gate/broken.drl");
        BROWSER.inspect(page, "audit-refused-rules");
    }

    @Test
    void filtersByKindAndCallerWithoutScripts() {
        SampleWaivers.grant(service, Map.of());
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH, Reader.WITHOUT_SCRIPTS);
        page.getByLabel("Kind").selectOption("waiver_granted");
        page.getByLabel("Caller").fill("key:waive");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*[?&]caller=key%3Awaive.*"));
        assertThat(page.getByLabel("Kind")).hasValue("waiver_granted");
        assertThat(events(page).first()).containsText("granted a waiver of latency for " + service);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Last 24 hours"))
                .click();
        assertThat(page.getByLabel("From (UTC)")).hasValue(Pattern.compile("20\\S+Z"));
        assertThat(events(page).first()).containsText("granted a waiver of latency for " + service);
    }

    @Test
    void leadsToOlderEventsAndBack() {
        SampleWaivers.grant(service, Map.of());
        SampleWaivers.grant(service + "-2", Map.of());
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH + "?limit=1&kind=waiver_granted");
        assertThat(events(page)).containsText(service + "-2");
        page.getByText("Older").click();
        assertThat(events(page)).containsText("for " + service + " until");
        page.getByText("Newest").click();
        assertThat(events(page)).containsText(service + "-2");
    }

    @Test
    void saysWhatIsWrongWithAFilter() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH + "?from=yesterday");
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The query parameter from must be an instant such as 2026-11-25T10:00:00Z, but is "
                        + "\"yesterday\".");
        BROWSER.inspect(page, "audit-refused");
    }

    @Test
    void saysThatNoEventFits() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH + "?caller=nobody");
        assertThat(page.getByText("No event fits these filters.")).isVisible();
        BROWSER.inspect(page, "audit-none");
    }

    @Test
    void exportsAllRecordsAsTheApiDoes() {
        SampleWaivers.slowRelease(service, "1");
        String exported = Keys.with(Keys.text(Roles.AUDIT))
                .get(PATH + "/records")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"shipgate-records.ndjson\"")
                .extract()
                .asString();
        Assertions.assertThat(exported)
                .contains(service)
                .isEqualTo(Keys.with(Keys.text(Roles.AUDIT))
                        .get("/v1/audit/records")
                        .asString());
    }

    @Test
    void isForAuditorsAlone() {
        for (String role : new String[] {Roles.WAIVE, Roles.EVALUATE, Roles.AUTHOR, Roles.PUBLISH}) {
            Keys.with(Keys.text(role)).get(PATH).then().statusCode(403);
            Keys.with(Keys.text(role)).get(PATH + "/records").then().statusCode(403);
        }
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, "/console/waivers");
        assertThat(page.getByLabel("Console")).not().containsText("Audit");
    }
}
