package dev.shipgate.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.access.AccessConfig;
import dev.shipgate.audit.AuditConfig;
import dev.shipgate.http.limit.HttpConfig;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.session.EvaluationConfig;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingBoundsTest {

    @ParameterizedTest
    @CsvSource({
        "shipgate.evaluation.max-firings, 0, between 1 and 1000000000",
        "shipgate.evaluation.max-firings, 1000000001, between 1 and 1000000000",
        "shipgate.evaluation.max-duration, 0s, 1 ms or more",
        "shipgate.rules.poll-interval, 0s, 1 ms or more",
        "shipgate.http.body-timeout, 0s, 1 ms or more",
        "shipgate.http.write-timeout, 0s, 1 ms or more",
        "shipgate.audit.queue-capacity, 0, 1 or more",
        "shipgate.audit.commit-timeout, 0s, 1 ms or more",
        "shipgate.audit.idempotency-ttl, 999ms, 1000 ms or more",
        "shipgate.audit.idempotency-ttl, 36501d, at most 36500 days",
        "shipgate.audit.idempotency-ttl, 200000000000d, at most 36500 days",
        "shipgate.audit.commit-timeout, PT-2562047788015215H, 1 ms or more",
        "shipgate.access.requests-per-second, -1, between 0 and 1000000",
        "shipgate.access.burst, 0, between 1 and 1000000",
        "shipgate.access.max-concurrent-requests, -1, 0 or more",
    })
    void refusesASettingOutsideItsBounds(String key, String value, String bounds) {
        assertThatThrownBy(() -> config(Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key + " must be " + bounds + ".");
    }

    @Test
    void takesBothEndsOfBounds() {
        SmallRyeConfig config = config(Map.of(
                "shipgate.evaluation.max-firings",
                "1000000000",
                "shipgate.access.requests-per-second",
                "0",
                "shipgate.audit.idempotency-ttl",
                "1s"));

        assertThat(config.getConfigMapping(EvaluationConfig.class).maxFirings()).isEqualTo(1_000_000_000);
        assertThat(config.getConfigMapping(AccessConfig.class).requestsPerSecond())
                .isZero();
        assertThat(config.getConfigMapping(AuditConfig.class).idempotencyTtl()).hasSeconds(1);
    }

    /** Built as the configuration of the service is: with all customizers that are found. */
    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .addDiscoveredCustomizers()
                .withMapping(EvaluationConfig.class)
                .withMapping(RulesConfig.class)
                .withMapping(HttpConfig.class)
                .withMapping(AuditConfig.class)
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withDefaultValue("shipgate.data.dir", "data")
                .build();
    }
}
