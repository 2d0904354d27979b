package dev.shipgate.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which waivers count for a release and a caller. */
class ServiceContextTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final ReleaseName SEARCH = new ReleaseName("search", "production", "1.4.1");

    private record Config(boolean fourEyes) implements WaiversConfig {

        @Override
        public Duration maxDuration() {
            return Duration.ofDays(30);
        }
    }

    private static EvaluationContext context(boolean fourEyes, ReleaseName release, Waiver... granted) {
        return new ServiceContext(
                        new ServiceTime(ZoneOffset.UTC),
                        new Config(fourEyes),
                        (service, at) -> List.of(granted),
                        name -> ShippedFacts.NONE)
                .of(release, "key:ci", NOW);
    }

    private static Waiver waiver(@Nullable String environment, @Nullable String version, String by) {
        return new Waiver(
                new UUID(0, 1),
                "search",
                environment,
                version,
                null,
                null,
                "latency",
                NOW.plusSeconds(1),
                "Agreed with sales",
                null,
                by,
                NOW);
    }

    @Test
    void aWaiverOfTheCallersOwnDoesNotCountAndIsRecorded() {
        Waiver own = waiver(null, null, "key:ci");
        Waiver other = waiver(null, null, "key:ops");
        EvaluationContext context = context(true, SEARCH, own, other);
        assertThat(context.waivers()).containsExactly(other);
        assertThat(context.waiversOfCaller()).containsExactly(own);
        assertThat(context.facts()).doesNotContain(own);
    }

    @Test
    void whereOnePairOfEyesIsEnoughItCounts() {
        Waiver own = waiver(null, null, "key:ci");
        EvaluationContext context = context(false, SEARCH, own);
        assertThat(context.waivers()).containsExactly(own);
        assertThat(context.waiversOfCaller()).isEmpty();
    }

    @Test
    void aWaiverLeavesOutWhatIsAnyAndAReleaseWhatIsNone() {
        Waiver any = waiver(null, null, "key:ops");
        Waiver version = waiver("production", "1.4.1", "key:ops");
        assertThat(context(true, SEARCH, any, version).waivers()).containsExactly(any, version);
        assertThat(context(true, new ReleaseName("search", "staging", "1.4.1"), any, version)
                        .waivers())
                .containsExactly(any);
        assertThat(context(true, new ReleaseName("search", null, null), any, version)
                        .waivers())
                .containsExactly(any);
        assertThat(context(true, new ReleaseName(null, "production", "1.4.1"), any)
                        .waivers())
                .isEmpty();
    }
}
