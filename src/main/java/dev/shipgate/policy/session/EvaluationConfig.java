package dev.shipgate.policy.session;

import dev.shipgate.setting.Between;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of one evaluation, beyond which it counts as run away. Going beyond is an error, never a verdict. */
@ConfigMapping(prefix = "shipgate.evaluation")
public interface EvaluationConfig {

    /**
     * The most rule firings of one evaluation. A route takes about six, a point of traffic one or two, a step
     * of a step-load test up to four. A release is up to four evaluations, each with its own limits.
     */
    @WithDefault("1000000")
    @Between(min = 1, max = 1_000_000_000)
    int maxFirings();

    /** The longest wall-clock time of one evaluation. */
    @WithDefault("10s")
    @Between(min = 1)
    Duration maxDuration();

    /**
     * The most memory that the rules of one evaluation may ask for: objects, lists and texts that they make,
     * matches and findings. Memory that is released counts too.
     */
    @WithDefault("512M")
    MemorySize maxMemory();
}
