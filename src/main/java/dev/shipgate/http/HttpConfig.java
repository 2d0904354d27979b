package dev.shipgate.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one request may bring. */
@ConfigMapping(prefix = "shipgate.http")
public interface HttpConfig {

    /** The largest body, such as {@code 16M}. A larger one is answered 413. */
    @WithDefault("16M")
    MemorySize maxBodySize();
}
