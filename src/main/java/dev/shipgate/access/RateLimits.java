package dev.shipgate.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How often each of many may do something. Thread-safe. */
final class RateLimits {

    /** Those who came last are remembered. */
    private static final int MAX_REMEMBERED = 10_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();
    private final int perSecond;
    private final int burst;

    /**
     * @param perSecond in the long run, 1 or more
     * @param burst at once, 1 or more
     */
    RateLimits(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Takes one for somebody: 0 when there was one, or after how many seconds there will be. */
    long take(String who) {
        ConsumptionProbe probe = buckets.get(who, unknown -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
