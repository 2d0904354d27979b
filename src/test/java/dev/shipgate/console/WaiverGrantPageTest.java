package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shipgate.testing.Json.json;
import static java.util.regex.Pattern.compile;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.console.Chromium.Reader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class WaiverGrantPageTest {

    private static final String FORM = "/console/waivers/new";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private final String service = "granted-" + UUID.randomUUID();

    @Test
    void isFilledInByItsAddressAndGrantsWithoutScripts() {
        Page page = SignedIn.open(
                BROWSER,
                Roles.WAIVE,
                FORM + "?service=" + service + "&environment=production&version=7.1&route=find&reason=latency",
                Reader.WITHOUT_SCRIPTS);
        page.getByLabel("in 4 hours").check();
        page.getByLabel("Justification").fill("Agreed with sales.\nIt is for two routes.");
        page.getByLabel("Ticket").fill("OPS-4711");
        grant(page);
        assertThat(page).hasURL(compile(".*/console/waivers/[0-9a-f-]{36}"));
        JsonNode waiver = waiver(page);
        Assertions.assertThat(waiver.path("service").asText()).isEqualTo(service);
        Assertions.assertThat(waiver.path("environment").asText()).isEqualTo("production");
        Assertions.assertThat(waiver.path("version").asText()).isEqualTo("7.1");
        Assertions.assertThat(waiver.path("route").asText()).isEqualTo("find");
        Assertions.assertThat(waiver.path("part").isNull()).isTrue();
        Assertions.assertThat(waiver.path("ticket").asText()).isEqualTo("OPS-4711");
        Assertions.assertThat(waiver.path("granted_by").asText()).isEqualTo("key:waive");
        Assertions.assertThat(Instant.parse(waiver.path("until").asText()))
                .isCloseTo(Instant.now().plus(4, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    private static void grant(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Grant the waiver"))
                .click();
    }

    private static JsonNode waiver(Page page) {
        String id = page.url().replaceFirst(".*/", "");
        return json(Keys.with(Keys.text(Roles.AUDIT)).get("/v1/waivers/" + id).asString());
    }

    @Test
    void takesATimeInUtcAndForAnyRelease() {
        String until = Instant.now().plus(2, ChronoUnit.DAYS).toString().substring(0, 16);
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, FORM);
        page.getByLabel("Service").fill(" " + service + " ");
        page.getByLabel("Reason of the failure").fill("latency");
        page.getByLabel("Time (UTC)").fill(until);
        page.getByLabel("Justification").fill("Agreed with sales.");
        BROWSER.inspect(page, "waiver-grant");
        grant(page);
        assertThat(page).hasURL(compile(".*/console/waivers/[0-9a-f-]{36}"));
        JsonNode waiver = waiver(page);
        Assertions.assertThat(waiver.path("service").asText()).isEqualTo(service);
        Assertions.assertThat(waiver.path("version").isNull()).isTrue();
        Assertions.assertThat(waiver.path("until").asText()).isEqualTo(until + ":00Z");
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrongWithIt() {
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, FORM + "?service=" + service + "&part=capacity&route=find");
        page.getByLabel("Reason of the failure").fill("latency");
        page.getByLabel("Time (UTC)").fill("2020-01-01T00:00");
        page.getByLabel("Justification").fill("   ");
        grant(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The waiver was not granted. 3 fields are not right.");
        assertThat(page.locator("#until-wrong"))
                .containsText("The end must be in the future, but is 2020-01-01T00:00:00Z");
        assertThat(page.locator("#justification-wrong"))
                .hasText("Justification is missing. It must be why the release may ship.");
        assertThat(page.locator("#route-wrong"))
                .hasText("Route is there beside part. A blocker is about a part as a whole: leave one out.");
        assertThat(page.getByLabel("Service")).hasValue(service);
        assertThat(page.getByLabel("Reason of the failure")).hasValue("latency");
        assertThat(page.getByLabel("Time (UTC)")).hasValue("2020-01-01T00:00");
        assertThat(page.getByLabel("at the time below")).isChecked();
        BROWSER.inspect(page, "waiver-grant-wrong");
    }

    @Test
    void saysWhatThePolicyLetsBeWaived() {
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, FORM + "?service=" + service + "&reason=missing_metric");
        page.getByLabel("Justification").fill("Agreed with sales.");
        grant(page);
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("The policy does not let the reason missing_metric be waived. "
                        + "For this service it lets these be waived: ");
        assertThat(page.locator("#reason-wrong"))
                .hasText("Reason of the failure must be one that the policy lets somebody waive.");
        BROWSER.inspect(page, "waiver-grant-not-waivable");
    }

    @Test
    void saysForWhomItDoesNotCount() {
        Page page = SignedIn.open(BROWSER, Roles.WAIVE, FORM);
        assertThat(page.getByText("It counts only for others: releases that you ask about as key:waive stay blocked."))
                .isVisible();
    }

    @Test
    void isNotForAuditors() {
        Page page = SignedIn.open(BROWSER, Roles.AUDIT, FORM);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("The caller may not do this");
        Keys.with(Keys.text(Roles.AUDIT))
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .formParam("service", service)
                .post(FORM)
                .then()
                .statusCode(403);
    }

    @Test
    void anotherSiteCannotGrantOne() {
        Keys.with(Keys.text(Roles.WAIVE))
                .header("Origin", "https://elsewhere.example")
                .formParam("service", service)
                .post(FORM)
                .then()
                .statusCode(403);
    }
}
