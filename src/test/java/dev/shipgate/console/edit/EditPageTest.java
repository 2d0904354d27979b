package dev.shipgate.console.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.console.Chromium;
import dev.shipgate.console.Chromium.Reader;
import dev.shipgate.console.SignedIn;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules are changed, tried, published and taken back on pages. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class EditPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @BeforeEach
    void shippedRules() {
        RestAssured.authentication = RestAssured.oauth2(Keys.text(Roles.AUDIT));
        LiveRules.reset();
    }

    @AfterEach
    void noKey() {
        RestAssured.authentication = RestAssured.DEFAULT_AUTH;
    }

    private static Page open(String name, String path) {
        return Editor.open(BROWSER, name, path, Reader.IN_THE_LIGHT);
    }

    @Test
    void marksAMistakeAndKeepsTheText() {
        Page page = open("ann", Editor.PAGE);
        assertThat(page.getByLabel("Text")).hasValue("");
        page.getByLabel("Text").fill(Editor.freezing("search").replace("service ==", "servise =="));
        Editor.press(page, "Check");
        assertThat(page.getByText("these rules are refused")).isVisible();
        assertThat(page.locator(".problems li").first()).containsText("line 7, column");
        assertThat(page.locator(".problems li").first()).containsText("servise");
        assertThat(page.getByLabel("Text")).hasValue(Pattern.compile("servise"));
        BROWSER.inspect(page, "edit-mistake");
        page.getByLabel("Text").fill(Editor.freezing("search"));
        Editor.press(page, "Check");
        assertThat(page.getByText("these rules could decide")).isVisible();
        BROWSER.inspect(page, "edit-checked");
    }

    @Test
    void whatIsPublishedWithoutScriptsDecides() {
        Page page = Editor.open(BROWSER, "ann", Editor.PAGE, Reader.WITHOUT_SCRIPTS);
        page.getByLabel("Text").fill(Editor.freezing("frozen-1"));
        page.getByLabel("Message").fill("Freeze <b>it</b>");
        Editor.press(page, "Publish");
        assertThat(page).hasURL(Pattern.compile(".*/console/rules/versions/sha256.*"));
        assertThat(page.locator("main")).containsText("Freeze <b>it</b>");
        assertThat(LiveRules.read(Editor.FREEZE)).isEqualTo(Editor.freezing("frozen-1"));
        RestAssured.given()
                .auth()
                .oauth2(Keys.text(Roles.EVALUATE))
                .contentType("application/json")
                .body("{\"service\":\"frozen-1\"}")
                .post("/v1/load-gate")
                .then()
                .body("failures.detail", org.hamcrest.Matchers.hasItem("Nothing of frozen-1 ships this week."));
    }

    @Test
    void whoComesSecondIsToldAndPublishesOnTop() {
        Page first = open("ann", Editor.PAGE);
        Page second = open("bob", "/console/rules/edit?path=load-gate/other.drl");
        first.getByLabel("Text").fill(Editor.freezing("frozen-2"));
        first.getByLabel("Message").fill("Freeze the first");
        Editor.press(first, "Publish");
        second.getByLabel("Text").fill(Editor.freezing("frozen-3"));
        Editor.press(second, "Publish");
        assertThat(second.getByRole(AriaRole.ALERT)).containsText("key:ann made");
        assertThat(second.getByRole(AriaRole.ALERT)).containsText("Freeze the first");
        assertThat(second.getByLabel("Text")).hasValue(Editor.freezing("frozen-3"));
        BROWSER.inspect(second, "edit-overtaken");
        Editor.press(second, "Publish");
        assertThat(second).hasURL(Pattern.compile(".*/console/rules/versions/sha256.*"));
        assertThat(LiveRules.read(Editor.FREEZE)).isEqualTo(Editor.freezing("frozen-2"));
        assertThat(LiveRules.read("load-gate/other.drl")).isEqualTo(Editor.freezing("frozen-3"));
    }

    @Test
    void whoChangedTheSameFileHasToMerge() {
        Page first = open("ann", Editor.PAGE);
        Page second = open("bob", Editor.PAGE);
        first.getByLabel("Text").fill(Editor.freezing("frozen-4"));
        Editor.press(first, "Publish");
        second.getByLabel("Text").fill(Editor.freezing("frozen-5"));
        Editor.press(second, "Publish");
        assertThat(second.getByText("What changed in this file meanwhile")).isVisible();
        BROWSER.inspect(second, "edit-merge");
        Editor.press(second, "Publish");
        assertThat(second.getByText("What changed in this file meanwhile")).isVisible();
        assertThat(LiveRules.read(Editor.FREEZE)).isEqualTo(Editor.freezing("frozen-4"));
        second.getByLabel("My text below has what changed meanwhile").check();
        Editor.press(second, "Publish");
        assertThat(second).hasURL(Pattern.compile(".*/console/rules/versions/sha256.*"));
        assertThat(LiveRules.read(Editor.FREEZE)).isEqualTo(Editor.freezing("frozen-5"));
    }

    @Test
    void hostileTextsStayTexts() {
        Page page = open("ann", "/console/rules/edit?path=%3Cscript%3Ealert(1)%3C/script%3E");
        String text = "\n</textarea><script>alert(1)</script>\u202E &amp; \t\u200B";
        page.getByLabel("Text").fill(text);
        page.getByLabel("Message").fill("\"><script>alert(2)</script>\u202E");
        Editor.press(page, "Publish");
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(page.getByLabel("Text")).hasValue(text);
        assertThat(page.getByLabel("File")).hasValue("<script>alert(1)</script>");
        assertThat(page.locator("main script")).hasCount(0);
        BROWSER.inspect(page, "edit-hostile");
    }

    @Test
    void aChangeIsTakenAsAPatch() throws IOException {
        Page page = SignedIn.open(
                BROWSER, Roles.AUTHOR, "/console/rules/edit?path=load-gate/budgets.drl", Reader.WITHOUT_SCRIPTS);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish")))
                .hasCount(0);
        page.getByLabel("Text").fill(page.getByLabel("Text").inputValue() + "// the end\n");
        Download patch = page.waitForDownload(() -> Editor.press(page, "Download as a patch"));
        assertThat(Files.readString(patch.path()))
                .startsWith("--- a/load-gate/budgets.drl\n+++ b/load-gate/budgets.drl\n@@ -")
                .endsWith("+// the end\n");
    }

    @Test
    void aFileIsDeletedAndComesBack() {
        LiveRules.save(Editor.FREEZE, Editor.freezing("frozen-6"));
        String before = Objects.requireNonNull(LiveRules.activeVersion());
        Page page = open("ann", Editor.PAGE);
        page.getByLabel("Delete this file").check();
        Editor.press(page, "Publish");
        assertThat(page).hasURL(Pattern.compile(".*/console/rules/versions/sha256.*"));
        assertThat(LiveRules.folder().resolve(Editor.FREEZE)).doesNotExist();
        page.navigate(Chromium.address("/console/rules/edit/activation?version=" + before));
        assertThat(page.locator("main")).containsText("comes back");
        BROWSER.inspect(page, "edit-activation");
        page.getByLabel("Message").fill("Back");
        Editor.press(page, "Make it decide");
        assertThat(page).hasURL(Chromium.address("/console/rules/versions/" + before.replace(":", "%3A")));
        assertThat(LiveRules.read(Editor.FREEZE)).isEqualTo(Editor.freezing("frozen-6"));
    }

    @Test
    void whoMayOnlyReadRulesCannotChangeThem() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, Editor.PAGE, Reader.WITHOUT_SCRIPTS);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("The caller may not do this");
    }
}
