package dev.shipgate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.shipgate.testing.Absent;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser of the machine, for the tests of a class. After each test its pages are closed, and no script may have
 * failed and nothing may have been refused by the policy of a page.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** A build keeps the pictures of all pages. */
    private static final Path PICTURES = Path.of("target", "console");

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> RULES_OF_ACCESSIBILITY =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int HEIGHT = 900;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile String expected = "";

    private @Nullable Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    /** The reader of a page. */
    public enum Reader {
        IN_THE_LIGHT(ColorScheme.LIGHT, true),
        IN_THE_DARK(ColorScheme.DARK, true),
        WITHOUT_SCRIPTS(ColorScheme.LIGHT, false);

        private final ColorScheme scheme;
        private final boolean scripts;

        Reader(ColorScheme scheme, boolean scripts) {
            this.scheme = scheme;
            this.scripts = scripts;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(QUIET);
        Playwright driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = driver;
        browser = driver.chromium().launch(options);
    }

    /** The browser that the system has: one that is brought along would be another download of 200 MB. */
    private static Path executable() {
        String given = System.getProperty("shipgate.tests.chromium");
        return Stream.concat(Stream.ofNullable(given), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> Absent.end("Chromium is in none of " + PLACES
                        + ". Install it (Debian: apt-get install chromium), or say where it is: "
                        + "-Dshipgate.tests.chromium=PATH"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        browser.contexts().forEach(BrowserContext::close);
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        expected = "";
        assertThat(all).as("complaints of the browser").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Called also where there is no browser.
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Opens a page of the service under test. */
    public Page open(String path) {
        return open(path, Reader.IN_THE_LIGHT);
    }

    public Page open(String path, Reader reader) {
        Page page = newPage(reader);
        page.navigate(address(path));
        return page;
    }

    /** A page of a browser that was never here. */
    public Page newPage(Reader reader) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(reader.scripts)
                .setColorScheme(reader.scheme)
                .setTimezoneId("Asia/Kathmandu")
                .setLocale("en-GB")
                .setViewportSize(1280, HEIGHT));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        return page;
    }

    /** The failure of a page itself is told by the page; all else that a browser complains of is a fault. */
    private void note(ConsoleMessage message) {
        boolean isOfPage = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(message.page().url().replaceAll("#.*", ""));
        boolean isExpected = !expected.isEmpty() && message.text().contains(expected);
        if (Set.of("error", "warning").contains(message.type()) && !isOfPage && !isExpected) {
            complaints.add(message.text() + " at " + message.location());
        }
    }

    /** Lets complaints with these words pass until the end of the test. */
    public void expectComplaint(String words) {
        expected = words;
    }

    public static String address(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }

    /**
     * Looks at a page as readers have it: everybody must be able to use it, it must fit the narrowest screen, and the
     * build keeps its pictures.
     */
    public void inspect(Page page, String name) {
        for (int width : new int[] {320, 1280, 2560}) {
            page.setViewportSize(width, HEIGHT);
            picture(page, name + "-" + width);
            Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) overflow).intValue())
                    .as(name + " is wider than " + width)
                    .isNotPositive();
        }
        page.setViewportSize(1280, HEIGHT);
        requireAccessible(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(page, name + "-dark");
        requireAccessible(page, name + " in the dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** A picture of no more than the screen. */
    public static void pictureOfScreen(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static void requireAccessible(Page page, String name) {
        List<Rule> violations =
                new AxeBuilder(page).withTags(RULES_OF_ACCESSIBILITY).analyze().getViolations();
        assertThat(violations)
                .as(name)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
