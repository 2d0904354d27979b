package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
class WaiverPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private final String service = "shown-" + UUID.randomUUID();

    private static String path(String waiver) {
        return "/console/waivers/" + waiver;
    }

    @Test
    void leadsToTheDecisionsThatItTurned() {
        String waiver = SampleWaivers.grant(
                service,
                Map.of("environment", "production", "route", "find", "ticket", "https://tickets.example/OPS-4711"));
        String decision = SampleWaivers.slowRelease(service, "7.1");
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, path(waiver));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Waiver of latency for " + service);
        assertThat(page.locator("#uses tr")).hasCount(1);
        assertThat(page.locator("#uses tr")).containsText("key:evaluate");
        assertThat(link(page, service + " 7.1")).hasAttribute("href", "/console/decisions/" + decision);
        assertThat(link(page, "https://tickets.example/OPS-4711"))
                .hasAttribute("href", "https://tickets.example/OPS-4711");
        assertThat(fact(page, "Version")).hasText("any");
        assertThat(fact(page, "Route")).hasText("find");
        assertThat(page.getByText("It counts only for others: a release that key:waive asks about stays blocked."))
                .isVisible();
        BROWSER.inspect(page, "waiver");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator fact(Page page, String term) {
        return page.locator("dl > div", new Page.LocatorOptions().setHas(page.getByText(term, exactly())))
                .locator("dd");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    @Test
    void isRevokedWithAMessageAndWithoutScripts() {
        String waiver = SampleWaivers.grant(service, Map.of());
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, path(waiver), Reader.WITHOUT_SCRIPTS);
        page.getByLabel("Message").fill("The new index is there.");
        revoke(page);
        assertThat(page).hasURL(Chromium.address(path(waiver)));
        assertThat(page.locator(".lead .verdict")).hasText("revoked");
        assertThat(fact(page, "Revoked")).containsText("by key:waive");
        assertThat(fact(page, "Revoked because")).hasText("The new index is there.");
        assertThat(page.getByText("No release shipped by it.")).isVisible();
        assertThat(page.getByLabel("Message")).hasCount(0);
        BROWSER.inspect(SignedIn.open(BROWSER, Roles.AUDIT, path(waiver)), "waiver-revoked");
    }

    private static void revoke(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke this waiver"))
                .click();
    }

    @Test
    void isNotRevokedWithoutAMessage() {
        String waiver = SampleWaivers.grant(service, Map.of());
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, path(waiver));
        page.getByLabel("Message").fill("   ");
        revoke(page);
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The message is blank. It must be why the waiver is revoked.");
        assertThat(page.locator(".lead .verdict")).hasText("valid");
        BROWSER.inspect(page, "waiver-no-message");
    }

    @Test
    void saysThatSomebodyElseRevokedItBefore() {
        String waiver = SampleWaivers.grant(service, Map.of());
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, path(waiver));
        page.getByLabel("Message").fill("Not needed.");
        SampleWaivers.revoke(waiver, "I was first.");
        revoke(page);
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The waiver " + waiver + " is revoked already, so it cannot be revoked.");
        assertThat(fact(page, "Revoked because")).hasText("I was first.");
    }

    @Test
    void anAuditorReadsItAndCannotRevokeIt() {
        String waiver = SampleWaivers.grant(service, Map.of());
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, path(waiver));
        assertThat(page.getByText("No release has needed it yet.")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke this waiver")))
                .hasCount(0);
    }

    @Test
    void showsHostileTextsAsTexts() {
        String hostile = "<script>alert(1)</script>" + "x".repeat(150);
        String waiver = SampleWaivers.grant(
                service,
                Map.of(
                        "route",
                        hostile,
                        "justification",
                        hostile.repeat(5),
                        "ticket",
                        "javascript:alert(document.domain)"));
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, path(waiver));
        assertThat(fact(page, "Route")).hasText(hostile);
        assertThat(fact(page, "Ticket")).hasText("javascript:alert(document.domain)");
        assertThat(fact(page, "Ticket").locator("a")).hasCount(0);
        BROWSER.inspect(page, "waiver-hostile");
    }

    @Test
    void saysThatThereIsNoSuchWaiver() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, path("0"));
        assertThat(page.locator("main")).containsText("There is no waiver \"0\".");
    }
}
