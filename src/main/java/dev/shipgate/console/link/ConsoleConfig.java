package dev.shipgate.console.link;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The settings of the console. */
@ConfigMapping(prefix = "shipgate.console")
public interface ConsoleConfig {

    /** The address at which browsers of people reach the service. Without it, reports have no links to the console. */
    Optional<String> url();
}
