package dev.shipgate.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.shipgate.console.Chromium.Reader;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A list of decisions that stays open while decisions come, and while the service stops and comes back. */
class LivePageIT {

    /** A browser tries again some seconds after it lost a connection. */
    private static final double PATIENCE_MS = 30_000;

    private static final String RELEASE = """
            {"service": "search", "environment": "production", "version": "%s",
             "routes": {"find": {"p95_ms": 200, "error_rate": 0.001, "cost_per_success": 0.001, "task_success_delta": 0}},
             "budgets": {"find": {"p95_ms": 250, "error_rate": 0.01, "cost_per_success": 0.002}}}
            """;

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    @TempDir
    Path data;

    private static void decide(ServiceProcess service, String version) throws IOException, InterruptedException {
        service.post("/v1/load-gate", RELEASE.formatted(version), Map.of());
    }

    private static Page open(ServiceProcess service) {
        Page page = BROWSER.newPage(Reader.IN_THE_LIGHT);
        page.navigate("http://localhost:" + service.port() + "/console/decisions");
        return page;
    }

    private static void awaitText(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS));
    }

    @Test
    void newRowsComeByThemselvesAndALinkWhileSomebodyReads() throws IOException, InterruptedException {
        ServiceProcess service = services.onSqlite(data).start();
        for (int i = 0; i < 30; i++) {
            decide(service, "1.0." + i);
        }
        Page page = open(service);
        decide(service, "2.0.0");
        awaitText(page.locator("#rows tr").first(), "search 2.0.0");
        // Further down, nothing moves.
        page.mouse().wheel(0, 600);
        page.waitForFunction("window.scrollY > 400");
        Object place = page.evaluate("window.scrollY");
        decide(service, "2.0.1");
        decide(service, "2.0.2");
        awaitText(page.locator("#live"), "2 new decisions: show them");
        assertThat(page.locator("#rows tr").first()).containsText("search 2.0.0");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.scrollY"))
                .isEqualTo(place);
        page.locator("#live a").click();
        awaitText(page.locator("#rows tr").first(), "search 2.0.2");
    }

    @Test
    void thePageGoesOnWhenTheServiceComesBack() throws IOException, InterruptedException {
        BROWSER.expectComplaint("ERR_");
        ServiceProcess service = services.onSqlite(data).keepingItsPort().start();
        decide(service, "1.0.0");
        Page page = open(service);
        decide(service, "1.0.1");
        awaitText(page.locator("#rows tr").first(), "search 1.0.1");
        service.stop();
        awaitText(page.locator("#live"), "The connection to the service is lost. Trying again.");
        service.start();
        decide(service, "1.0.2");
        awaitText(page.locator("#rows tr").first(), "search 1.0.2");
        assertThat(page.locator("#live")).isHidden();
    }
}
