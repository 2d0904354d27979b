package dev.shipgate.console.edit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import dev.shipgate.console.Chromium;
import dev.shipgate.console.Chromium.Reader;
import dev.shipgate.console.SignedIn;

/** People who change rules in a browser. */
final class Editor {

    static final String FREEZE = "load-gate/freeze.drl";
    static final String PAGE = "/console/rules/edit?path=load-gate/freeze.drl";

    private Editor() {}

    /** Signs in as somebody who may try and publish rules, with a name of their own. */
    static Page open(Chromium browser, String name, String path, Reader reader) {
        Keys.remove(name);
        Keys.add(name, Roles.AUTHOR, Roles.PUBLISH);
        return SignedIn.open(browser, name, path, reader);
    }

    /** A rule that holds back every release of a service. */
    static String freezing(String service) {
        return """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Failure

                rule "%1$s is frozen" @owner("sre")
                when
                    Release(service == "%1$s")
                then
                    insert(new Failure(null, "freeze", "Nothing of %1$s ships this week."));
                end
                """.formatted(service);
    }

    static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
