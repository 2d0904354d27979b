package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
class RulePagesTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private static final String BOOK_TABLE = "voice-agent in production: booking a table";

    private static final String PAGE_OF_BOOK_TABLE =
            "/console/rules/rule?name=voice-agent%20in%20production:%20booking%20a%20table&file=load-gate/budgets.drl";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static Locator row(Page page, String text) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(text));
    }

    @Test
    void listsTheRulesByFolderAndByOwner() {
        SampleDecisions.voiceAgent("v-" + UUID.randomUUID(), 700);
        Page page = BROWSER.open("/console/rules");
        assertThat(page.locator("h2").first()).containsText("capacity");
        assertThat(row(page, BOOK_TABLE)).containsText("booking-team");
        assertThat(row(page, BOOK_TABLE).locator("time")).hasCount(1);
        assertThat(row(page, "voice-agent in staging: booking a table")).containsText("never fired");
        BROWSER.inspect(page, "rules");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("owner"))
                .click();
        assertThat(page).hasURL(Chromium.address("/console/rules?by=owner"));
        assertThat(page.locator("h2").first()).containsText("booking-team");
    }

    @Test
    void tellsWhyTheNewestEditWasRefused() {
        LiveRules.save("load-gate/broken.drl", "package shipgate.loadgate\nrule \"half\"\nwhen\n");
        Page page = BROWSER.open("/console/rules");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The newest edit was refused");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("load-gate/broken.drl:");
        BROWSER.inspect(page, "rules-refused");
    }

    @Test
    void showsARuleWithItsTestsAndItsHistory() {
        LiveRules.resetWithTests();
        LiveRules.edit(
                "load-gate/budgets.drl",
                "p95Ms(800).errorRate(0.01).costPerSuccess(0.050)",
                "p95Ms(795).errorRate(0.01).costPerSuccess(0.050)");
        Page page = BROWSER.open(PAGE_OF_BOOK_TABLE);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(BOOK_TABLE);
        assertThat(page.locator(".source .line").first()).hasText("18rule \"" + BOOK_TABLE + "\"");
        assertThat(page.locator(".source .line").last()).hasText("24end");
        assertThat(page.getByText("in production a voice agent that is far within every budget ships"))
                .isVisible();
        assertThat(page.locator(".change").first().locator("del")).hasText("800");
        assertThat(page.locator(".change").first().locator("ins")).hasText("795");
        BROWSER.inspect(page, "rule");
        page.getByText("in production a voice agent that is far within every budget ships")
                .click();
        assertThat(page).hasURL(Chromium.address("/console/rules/file?path=load-gate%2Fbudgets.test.yaml#L5"));
    }

    @Test
    void saysThatNoTestMakesARuleFire() {
        Page page = BROWSER.open(PAGE_OF_BOOK_TABLE);
        assertThat(page.getByText("No policy test makes this rule fire, so nobody has seen what it does."))
                .isVisible();
        BROWSER.inspect(page, "rule-untested");
    }

    @Test
    void leadsToTheDecisionsInWhichARuleFired() {
        SampleDecisions.voiceAgent("v-" + UUID.randomUUID(), 700);
        Page page = BROWSER.open(PAGE_OF_BOOK_TABLE);
        page.locator("dd").getByText("decisions").click();
        assertThat(page.locator("#rows tr").first()).containsText("voice-agent");
    }

    @Test
    void namesAreTextAndOnlyWebPagesAreLinks() {
        LiveRules.save("load-gate/hostile.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Budget
                // <img src=x onerror=alert(1)> stands above it.
                rule "<img src=x onerror=alert(1)> / ?a=b&c#d"
                    @owner("<i>nobody</i>") @doc("javascript:alert(1)")
                when
                    Release(service == "<script>alert(1)</script>", environment == "<b>bold</b>")
                then
                    insert(new Budget("<u>route</u>").p95Ms(1));
                end
                """);
        Page page = BROWSER.open("/console/rules");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("<img src=x.*")))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator(".source .line").first()).hasText("4// <img src=x onerror=alert(1)> stands above it.");
        assertThat(page.locator("dl")).containsText("javascript:alert(1)");
        assertThat(page.locator("a[href^='javascript']")).hasCount(0);
        assertThat(page.locator("main img, main i, main script")).hasCount(0);
        BROWSER.inspect(page, "rule-hostile");
        page.navigate(Chromium.address("/console/rules/limits"));
        assertThat(page.getByText("<script>alert(1)</script>").first()).isVisible();
        assertThat(row(page, "<u>route</u>")).containsText("1 or less");
    }

    @Test
    void showsTheFileOfTests() {
        LiveRules.resetWithTests();
        Page page = BROWSER.open("/console/rules/file?path=load-gate/budgets.test.yaml#L5");
        assertThat(page.locator("#L5")).containsText("in production a voice agent that is far within");
        BROWSER.inspect(page, "rules-file");
    }

    @Test
    void tellsThatARuleOrFileIsNotThere() {
        Page page = BROWSER.open("/console/rules/rule?name=nothing");
        assertThat(page.locator(".lead"))
                .hasText("No rule \"nothing\" decides now. Maybe it was renamed, moved or deleted? The versions say.");
        page.navigate(Chromium.address("/console/rules/file?path=../secret"));
        assertThat(page.locator(".lead"))
                .hasText("The rules that decide now have no file \"../secret\". Maybe an earlier version has it?");
    }

    @Test
    void comparesAVersionWithTheOneBefore() {
        LiveRules.edit("load-gate/budgets.drl", "p95Ms(1500)", "p95Ms(1450)");
        Page page = BROWSER.open("/console/rules/versions");
        assertThat(page.locator("tbody tr").first()).containsText("active");
        BROWSER.inspect(page, "rules-versions");
        page.locator("tbody tr").first().getByRole(AriaRole.LINK).click();
        assertThat(page.locator("h3")).containsText("load-gate/budgets.drl");
        assertThat(page.locator("del")).hasText("1500");
        assertThat(page.locator("ins")).hasText("1450");
        assertThat(page.locator(".diff .skipped").first()).containsText("lines are the same");
        BROWSER.inspect(page, "rules-version");
        page.locator(".files").getByText("load-gate/conditions.drl").click();
        assertThat(page.getByText("As of the version sha256:")).isVisible();
    }

    @Test
    void showsTheLimitsOfEachServiceEnvironmentAndRoute() {
        Page page = BROWSER.open("/console/rules/limits");
        Locator bookTable = page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("Load gate limits of voice-agent"))
                .locator("tr", new Locator.LocatorOptions().setHasText("book_table"));
        assertThat(bookTable).containsText("latency");
        assertThat(bookTable.locator("td").nth(0)).hasText(Pattern.compile("800 or less\\s*booking-team"));
        assertThat(bookTable.locator("td").nth(1)).hasText(Pattern.compile("1000 or less\\s*booking-team"));
        Locator say = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Load gate limits of speech-synthesis"));
        assertThat(say).containsText("2 or more");
        assertThat(say).containsText("does not apply");
        assertThat(page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("Capacity limits of voice-agent")))
                .containsText("voice-platform");
        BROWSER.inspect(page, "limits");
        bookTable.getByText("booking-team").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(BOOK_TABLE);
    }

    @Test
    void limitsFollowAnEdit() {
        BROWSER.open("/console/rules/limits");
        LiveRules.edit("load-gate/budgets.drl", "p95Ms(1500)", "p95Ms(1234)");
        assertThat(BROWSER.open("/console/rules/limits").getByText("1234 or less"))
                .isVisible();
    }
}
