package dev.shipgate.access;

import dev.shipgate.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The settings of callers: their keys and tokens, and the limits for each of them. */
@ConfigMapping(prefix = "shipgate.access")
public interface AccessConfig {

    /** The file of the API keys, as {@code keys add} writes it. Without it there are no keys. */
    Optional<Path> keysFile();

    /** Whether a service without keys and tokens may listen on an address that others reach. */
    @WithDefault("false")
    boolean allowAnyoneOnTheNetwork();

    /** How many requests a caller may send in a second, in the long run. 0 is no limit. */
    @WithDefault("200")
    @Between(min = 0, max = 1_000_000)
    int requestsPerSecond();

    /** How many requests a caller may send at once after it sent none for a while. */
    @WithDefault("400")
    @Between(min = 1, max = 1_000_000)
    int burst();

    /** How many requests of a caller may run at a time. 0 is no limit. */
    @WithDefault("64")
    @Between(min = 0)
    int maxConcurrentRequests();
}
