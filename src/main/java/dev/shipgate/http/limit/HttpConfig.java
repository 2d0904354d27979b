package dev.shipgate.http.limit;

import dev.shipgate.setting.Between;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of one request. */
@ConfigMapping(prefix = "shipgate.http")
public interface HttpConfig {

    /** The largest body, such as {@code 16M}. A larger one is answered 413. */
    @WithDefault("16M")
    MemorySize maxBodySize();

    /** The longest time that a body may take to come. One that takes longer is answered 408. */
    @WithDefault("30s")
    @Between(min = 1)
    Duration bodyTimeout();

    /** The longest time that a client may take for 64 KiB of an export. Beyond it, the connection is closed. */
    @WithDefault("30s")
    @Between(min = 1)
    Duration writeTimeout();
}
