package dev.shipgate.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.console.Chromium.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Readers of pages who have a key, of a service that knows its callers. */
public final class SignedIn {

    private SignedIn() {}

    /** Opens a page as somebody with the key of one role, by way of the form that takes it. */
    public static Page open(Chromium browser, String role, String path) {
        return open(browser, role, path, Reader.IN_THE_LIGHT);
    }

    public static Page open(Chromium browser, String role, String path, Reader reader) {
        Page page = browser.open("/console/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8), reader);
        page.getByLabel("API key").fill(Keys.text(role));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        return page;
    }
}
