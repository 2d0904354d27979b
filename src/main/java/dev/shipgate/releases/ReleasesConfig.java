package dev.shipgate.releases;

import dev.shipgate.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which releases later ones are compared with. */
@ConfigMapping(prefix = "shipgate.releases")
public interface ReleasesConfig {

    /** How many shipped releases of each service and environment count unless it is set. */
    int DEFAULT_REMEMBERED = 10;

    /** Which releases have shipped. */
    enum Shipped {
        /** Those that somebody marks. */
        MARKED,
        /** Also each that passes with a load gate, from its decision on. */
        PASSED
    }

    /** Which releases have shipped. */
    @WithDefault("marked")
    Shipped shipped();

    /** How many of the last shipped releases of each service and environment rules know the best of. */
    @WithDefault("" + DEFAULT_REMEMBERED)
    @Between(min = 1, max = 100)
    int remembered();
}
