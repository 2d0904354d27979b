package dev.shipgate.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The place of all data that the service must not lose. */
@ConfigMapping(prefix = "shipgate.data")
public interface DataConfig {

    /** The folder of the embedded database. Made if it is not there. */
    @WithDefault("data")
    Path dir();
}
