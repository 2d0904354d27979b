package dev.shipgate.decision.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids rise, whatever the clock does. */
class DecisionIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final DecisionIds ids = new DecisionIds();

    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    @Test
    void beginsWithTheTimeWhileTheClockGoesOn() {
        assertThat(millis(ids.next(NOW, null))).isEqualTo(NOW.toEpochMilli());
        assertThat(millis(ids.next(NOW.plusMillis(7), null))).isEqualTo(NOW.toEpochMilli() + 7);
        assertThat(ids.next(NOW, null).version()).isEqualTo(7);
    }

    @Test
    void risesWhileTheClockJumpsBackAndForth() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next(NOW.plusMillis(random.nextInt(-100_000, 100_000)), null));
        }
        assertThat(made).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void goesOnAboveWhatWasRecordedBeforeARestart() {
        UUID ahead = ids.next(NOW.plus(Duration.ofDays(365)), null);
        DecisionIds restarted = new DecisionIds();
        UUID first = restarted.next(NOW, ahead);
        UUID second = restarted.next(NOW, ahead);
        assertThat(List.of(ahead, first, second)).isSorted().doesNotHaveDuplicates();
        assertThat(millis(second)).isEqualTo(millis(first));
    }

    @Test
    void isNotLedAboveAllIdsByOneThatNobodyMade() {
        UUID forged = new UUID(-1L, -1L);
        assertThat(millis(ids.next(NOW, forged))).isEqualTo(NOW.toEpochMilli());
    }
}
