package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.sun.net.httpserver.HttpServer;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.console.Chromium.Reader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class LoginPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private static final String LIST = "/console/decisions?verdict=block";

    private static void signIn(Page page, String key) {
        page.getByLabel("API key").fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    static String origin() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** The cookie of a caller who signed in without a browser. */
    static String session(String key) {
        Response answer = given().redirects()
                .follow(false)
                .header("Origin", origin())
                .formParam("key", key)
                .post("/console/login");
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.cookie("shipgate_session");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        Page page = BROWSER.open(LIST);
        assertThat(page).hasURL(Chromium.address("/console/login?next=%2Fconsole%2Fdecisions%3Fverdict%3Dblock"));
        BROWSER.inspect(page, "login");
        signIn(page, Keys.text(Roles.AUDIT));
        assertThat(page).hasURL(Chromium.address(LIST));
        assertThat(page.locator(".who .name")).hasText("key:audit");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Page page = BROWSER.open("/console/login");
        signIn(page, Keys.text(Roles.AUDIT));
        assertThat(page.locator("h1")).hasText("Decisions");
        List<Cookie> cookies = page.context().cookies();
        assertThat(cookies).hasSize(1);
        Cookie cookie = cookies.get(0);
        assertThat(cookie.name).isEqualTo("shipgate_session");
        assertThat(cookie.value).matches("[A-Za-z0-9_-]{43}");
        assertThat(cookie.path).isEqualTo("/console");
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    @Test
    void saysThatAKeyIsNotAccepted() {
        Page page = BROWSER.open("/console/login", Reader.WITHOUT_SCRIPTS);
        signIn(page, "sg_wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This key is not accepted.");
        assertThat(page.getByLabel("API key")).hasValue("");
        Page again = BROWSER.open("/console/login");
        signIn(again, "sg_wrong");
        BROWSER.inspect(again, "login-refused");
    }

    @Test
    void aSessionEndsWithSigningOut() {
        Page page = BROWSER.open(LIST);
        signIn(page, Keys.text(Roles.AUDIT));
        String token = page.context().cookies().get(0).value;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.context().cookies()).isEmpty();
        assertThat(statusOfList(token)).isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenItsKeyIsRevoked() {
        String key = Keys.add("leaver", Roles.AUDIT);
        await().until(() -> Keys.with(key).get("/v1/decisions").statusCode() == 200);
        String token = session(key);
        assertThat(statusOfList(token)).isEqualTo(200);
        Keys.remove("leaver");
        await().until(() -> statusOfList(token) == 401);
    }

    @Test
    void aSessionIsNoKeyOfTheApi() {
        given().cookie("shipgate_session", session(Keys.text(Roles.AUDIT)))
                .get("/v1/decisions")
                .then()
                .statusCode(401);
    }

    private static int statusOfList(String token) {
        return given().cookie("shipgate_session", token)
                .get("/console/decisions")
                .statusCode();
    }

    @Test
    void whoLacksTheRoleIsToldWhichOne() {
        Page page = BROWSER.open(LIST);
        signIn(page, Keys.text(Roles.EVALUATE));
        assertThat(page.locator(".lead"))
                .hasText("This needs the role audit, which the caller does not have. No role implies another.");
        BROWSER.inspect(page, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"audit, decisions", "waive, waivers", "author, rules", "publish, rules"})
    void eachReaderBeginsWithAPageThatTheyMaySee(String role, String page) {
        given().redirects()
                .follow(false)
                .cookie("shipgate_session", session(Keys.text(role)))
                .get("/console")
                .then()
                .statusCode(303)
                .header("Location", "/console/" + page);
    }

    @Test
    void aScriptIsNotLedToTheWayIn() {
        given().redirects()
                .follow(false)
                .accept("*/*")
                .get("/console/decisions")
                .then()
                .statusCode(401);
    }

    /** Browsers do not send the cookie with a link of another site; the page is then opened once more from here. */
    @Test
    void aLinkOfAPipelineLeadsToThePage() throws IOException {
        Page page = BROWSER.open("/console/login");
        signIn(page, Keys.text(Roles.AUDIT));
        try (Site other = new Site("<a href='" + Chromium.address(LIST) + "'>the decision</a>")) {
            page.navigate(other.address());
            page.getByText("the decision").click();
            assertThat(page.locator("h1")).hasText("Decisions");
            assertThat(page).hasURL(Chromium.address(LIST));
        }
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() throws IOException {
        Page page = BROWSER.open("/console/login");
        signIn(page, Keys.text(Roles.AUDIT));
        String token = page.context().cookies().get(0).value;
        try (Site other = new Site("<form method='post' action='" + Chromium.address("/console/login/end")
                + "'><button>Win</button></form>")) {
            page.navigate(other.address());
            page.getByText("Win").click();
            assertThat(page.locator("h1")).hasText("Pages of other sites may not call the service");
            BROWSER.inspect(page, "refused-origin");
        }
        assertThat(statusOfList(token)).isEqualTo(200);
    }

    /** A site of somebody else, on this machine. */
    private static final class Site implements AutoCloseable {

        private final HttpServer server;

        Site(String body) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] page =
                        ("<!DOCTYPE html><html lang='en'><head><title>Other</title><link rel='icon' href='data:,'></head><body>"
                                        + body + "</body></html>")
                                .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
        }

        /** Another site than localhost for a browser. */
        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
