package dev.shipgate.cli.command;

import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of files that make the next command faster. All of it may be deleted at any time. */
public final class CacheFolder {

    private CacheFolder() {}

    /** Where compiled rules are kept: where the service is told to keep them, or in the user's folder for such. */
    public static Path ofCompiledRules(SmallRyeConfig config) {
        return path(config, "shipgate.rules.compiled-dir")
                .or(() -> path(config, "shipgate.data.dir").map(data -> data.resolve("compiled")))
                .or(() -> path(config, "XDG_CACHE_HOME").map(caches -> caches.resolve("shipgate/compiled")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache/shipgate/compiled"));
    }

    private static Optional<Path> path(SmallRyeConfig config, String key) {
        return config.getOptionalValue(key, Path.class);
    }
}
