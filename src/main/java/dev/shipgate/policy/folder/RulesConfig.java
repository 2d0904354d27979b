package dev.shipgate.policy.folder;

import dev.shipgate.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The settings of the rules folder and of watching it. */
@ConfigMapping(prefix = "shipgate.rules")
public interface RulesConfig {

    /** The folder of the rules, with one folder in it for each kind of evaluation. */
    @WithDefault("rules")
    Path dir();

    /**
     * Where compiled rules are kept, so that a restart does not compile and test them again. Made if it is not
     * there; may be deleted at any time; services may share it.
     */
    @WithDefault("${shipgate.data.dir}/compiled")
    Path compiledDir();

    /**
     * How often the folder is read. An edit is compiled at once and takes effect when the next reading finds
     * the same, so that files saved together become one reload.
     */
    @WithDefault("100ms")
    @Between(min = 1)
    Duration pollInterval();
}
