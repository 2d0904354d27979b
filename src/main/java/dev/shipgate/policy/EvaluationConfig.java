package dev.shipgate.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What one evaluation may use before it counts as run away. Going beyond is an error, never a verdict. */
@ConfigMapping(prefix = "shipgate.evaluation")
public interface EvaluationConfig {

    /** The most rule firings of one session. The largest accepted bodies need some 300,000. */
    @WithDefault("1000000")
    @Min(1)
    int maxFirings();

    /** The longest wall-clock time of one session. */
    @WithDefault("10s")
    Duration maxDuration();
}
