package dev.shipgate.access.browser;

import dev.shipgate.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of sessions in a browser. */
@ConfigMapping(prefix = "shipgate.console.session")
public interface SessionConfig {

    /** How long somebody stays signed in at most. */
    @WithDefault("12h")
    @Between(min = 60_000)
    Duration duration();

    /** After how long without a request somebody has to sign in again. */
    @WithDefault("1h")
    @Between(min = 60_000)
    Duration idleTime();
}
