package dev.shipgate.console.link;

import io.quarkus.runtime.StartupEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The links of a service that has started. */
public final class StartedLinks {

    private StartedLinks() {}

    /**
     * Those where the setting has a value.
     *
     * @param url null for none
     */
    public static ConsoleLinks at(@Nullable String url) {
        ConsoleLinks links = new ConsoleLinks(() -> Optional.ofNullable(url));
        links.start(new StartupEvent());
        return links;
    }
}
