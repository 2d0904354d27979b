package dev.shipgate.backtest;

import dev.shipgate.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of backtests. */
@ConfigMapping(prefix = "shipgate.backtests")
public interface BacktestConfig {

    /** How many may run at a time. One more is answered 429. */
    @WithDefault("2")
    @Between(min = 1, max = 100)
    int maxConcurrent();

    /** The most decisions of one backtest. */
    @WithDefault("100000")
    @Between(min = 1, max = 1_000_000)
    int maxDecisions();

    /** How long the result of one is kept after it has ended. */
    @WithDefault("1h")
    @Between(min = 1_000)
    Duration resultTtl();
}
