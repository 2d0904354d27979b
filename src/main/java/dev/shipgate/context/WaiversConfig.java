package dev.shipgate.context;

import dev.shipgate.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How waivers are granted. */
@ConfigMapping(prefix = "shipgate.waivers")
public interface WaiversConfig {

    /** The longest time for which a waiver can be granted. */
    @WithDefault("30d")
    @Between(min = 1_000)
    Duration maxDuration();

    /** Whether a waiver counts only for others than the one who granted it. */
    @WithDefault("true")
    boolean fourEyes();
}
