package dev.shipgate.cli.command;

import dev.shipgate.setting.SettingBounds;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration of a command: from the places where the service has it. */
public final class CommandConfig {

    private static final Path FILE = Path.of("config", "application.properties");

    /** Environment variables stand above a file. */
    private static final int FILE_ORDINAL = 260;

    private CommandConfig() {}

    public static SmallRyeConfig of(Class<?>... mappings) throws IOException {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .addDiscoveredConverters()
                .withValidator(new SettingBounds())
                .withProfile(System.getenv().getOrDefault("QUARKUS_PROFILE", "prod"))
                // Keys of the platform, and keys that a command does not use, are none of its business.
                .withValidateUnknown(false);
        for (Class<?> mapping : mappings) {
            builder.withMapping(mapping);
        }
        if (Files.exists(FILE)) {
            builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), FILE_ORDINAL));
        }
        return builder.build();
    }
}
