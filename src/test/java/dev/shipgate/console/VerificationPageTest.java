package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.regex.Pattern.compile;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.audit.verification.StandingVerifications;
import dev.shipgate.audit.verification.Verifications;
import dev.shipgate.console.Chromium.Reader;
import dev.shipgate.testing.Sql;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class VerificationPageTest {

    private static final String PATH = "/console/audit/verification";

    /** The page loads itself again every three seconds. */
    private static final LocatorAssertions.ContainsTextOptions IN_A_WHILE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private final String service = "verified-" + UUID.randomUUID();

    private static void verify(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify"))
                .click();
        assertThat(page.locator("main")).containsText("The last verification", IN_A_WHILE);
    }

    @Test
    void saysThatAllIsAsItWasWrittenAndGivesTheHeads() {
        String decision = SampleWaivers.slowRelease(service, "1");
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH);
        verify(page);
        assertThat(page.locator(".result")).containsText("intact");
        assertThat(page.locator(".result a").last()).hasAttribute("href", "/console/decisions/" + decision);
        assertThat(page.locator("#heads-to-note"))
                .hasText(compile("20\\S+Z chain [0-9a-f-]{36} position \\d+ hash [0-9a-f]{64}"));
        BROWSER.inspect(page, "verification-intact");
    }

    @Test
    void saysThatHeadsOfEarlierAreStillThereWithoutScripts() {
        SampleWaivers.slowRelease(service, "1");
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH, Reader.WITHOUT_SCRIPTS);
        verify(page);
        String noted = page.locator("#heads-to-note").textContent();
        SampleWaivers.slowRelease(service, "2");
        page.getByLabel("Heads that you noted earlier").fill(noted);
        verify(page);
        assertThat(page.locator(".result"))
                .containsText("The head that was noted earlier is still there: "
                        + "nothing that it covers was changed or taken away.");
    }

    @Test
    void saysThatARecordIsGoneWhoseHeadWasNoted() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH);
        page.getByLabel("Heads that you noted earlier").fill("f".repeat(64));
        verify(page);
        assertThat(page.locator(".result")).containsText("not intact");
        assertThat(page.locator(".result")).containsText("No record has the hash " + "f".repeat(64));
        assertThat(page.locator(".result")).containsText("Copy the database as it is now");
    }

    @Test
    void namesTheRecordThatSomebodyChanged() throws SQLException {
        String decision = SampleWaivers.slowRelease(service, "1");
        String database = "jdbc:sqlite:"
                + ConfigProvider.getConfig()
                        .getValue("shipgate.data.dir", Path.class)
                        .resolve("audit.db");
        String update = "UPDATE record SET verdict = '%s' WHERE decision_id = x'" + decision.replace("-", "") + "'";
        Sql.update(database, update.formatted("pass"));
        try {
            Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH);
            verify(page);
            assertThat(page.locator(".result"))
                    .containsText("The record of a decision was changed after it was written.");
            assertThat(page.locator(".result a").first()).hasAttribute("href", "/console/decisions/" + decision);
            assertThat(page.locator("#heads-to-note")).hasCount(0);
            BROWSER.inspect(page, "verification-broken");
        } finally {
            Sql.update(database, update.formatted("block"));
        }
    }

    @Test
    void passesOverNoLineOfTheHeads() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH);
        page.getByLabel("Heads that you noted earlier").fill("position 7 <script>");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Line 1 has no hash, which is 64 characters of 0-9 and a-f.");
        assertThat(page.getByLabel("Heads that you noted earlier")).hasValue("position 7 <script>");
        BROWSER.inspect(page, "verification-refused");
    }

    @Test
    void everybodySeesTheOneThatRuns() {
        QuarkusMock.installMockForType(StandingVerifications.running(), Verifications.class);
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH);
        assertThat(page.getByRole(AriaRole.STATUS).locator("p").first())
                .hasText("1,500 of about 6,000 records are read.");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Begun by key:ann");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify")))
                .hasCount(0);
        Chromium.picture(page, "verification-running");
        Keys.with(Keys.text(Roles.AUDIT)).get(PATH).then().statusCode(200).header("Refresh", "3");
    }

    @Test
    void doesNotBeginASecondOne() {
        QuarkusMock.installMockForType(StandingVerifications.running(), Verifications.class);
        String answer = Keys.with(Keys.text(Roles.AUDIT))
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .formParam("heads", "f".repeat(64))
                .post(PATH)
                .then()
                .statusCode(409)
                .extract()
                .asString();
        Assertions.assertThat(answer)
                .contains("Another verification runs. Begin yours when it has ended.", ">" + "f".repeat(64) + "<");
    }

    @Test
    void saysThatItCouldNotBeFinished() {
        QuarkusMock.installMockForType(StandingVerifications.failed(), Verifications.class);
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, PATH);
        assertThat(page.locator("main"))
                .containsText("It did not come to its end. The records cannot be read. "
                        + "The log of the service says why.");
        BROWSER.inspect(page, "verification-failed");
    }

    @Test
    void isForAuditorsAlone() {
        for (String role : new String[] {Roles.WAIVE, Roles.EVALUATE, Roles.AUTHOR, Roles.PUBLISH}) {
            Keys.with(Keys.text(role)).get(PATH).then().statusCode(403);
            Keys.with(Keys.text(role))
                    .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                    .formParam("heads", "")
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
    }
}
