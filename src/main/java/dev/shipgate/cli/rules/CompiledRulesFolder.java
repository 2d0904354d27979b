package dev.shipgate.cli.rules;

import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.Optional;

/** The folder where commands keep compiled rules for the next one. All of it may be deleted at any time. */
final class CompiledRulesFolder {

    private CompiledRulesFolder() {}

    /** The one that the service is told to use, or one in the user's folder for such. */
    static Path of(SmallRyeConfig config) {
        return path(config, "shipgate.rules.compiled-dir")
                .or(() -> path(config, "shipgate.data.dir").map(data -> data.resolve("compiled")))
                .or(() -> path(config, "XDG_CACHE_HOME").map(caches -> caches.resolve("shipgate/compiled")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache/shipgate/compiled"));
    }

    private static Optional<Path> path(SmallRyeConfig config, String key) {
        return config.getOptionalValue(key, Path.class);
    }
}
