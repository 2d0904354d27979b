package dev.shipgate.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessModeTest {

    private static final Optional<String> NO_ISSUER = Optional.empty();
    private static final Optional<List<String>> NO_AUDIENCE = Optional.empty();

    private static AccessConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class);
    }

    private static void start(
            Map<String, String> values, Optional<String> issuer, Optional<List<String>> audience, String host) {
        new AccessMode(config(values), issuer, audience, host).start(new StartupEvent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
    void withoutKeysItDoesNotStartWhereOthersReachIt(String host) {
        assertThatThrownBy(() -> start(Map.of(), NO_ISSUER, NO_AUDIENCE, host))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "to listen on " + host,
                        "keys add",
                        "SHIPGATE_ACCESS_KEYS_FILE",
                        "QUARKUS_HTTP_HOST=127.0.0.1",
                        "SHIPGATE_ACCESS_ALLOW_ANYONE_ON_THE_NETWORK=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.5"})
    void withoutKeysItStartsForThisMachine(String host) {
        assertThatCode(() -> start(Map.of(), NO_ISSUER, NO_AUDIENCE, host)).doesNotThrowAnyException();
    }

    @Test
    void itStartsForOthersWithKeysWithTokensOrWhenAnyoneMayCall() {
        assertThatCode(() -> {
                    start(Map.of("shipgate.access.keys-file", "keys.json"), NO_ISSUER, NO_AUDIENCE, "0.0.0.0");
                    start(Map.of(), Optional.of("https://issuer"), Optional.of(List.of("shipgate")), "0.0.0.0");
                    start(
                            Map.of("shipgate.access.allow-anyone-on-the-network", "true"),
                            NO_ISSUER,
                            NO_AUDIENCE,
                            "0.0.0.0");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void tokensForAnyServiceAreNotAccepted() {
        assertThatThrownBy(() -> start(Map.of(), Optional.of("https://issuer"), NO_AUDIENCE, "127.0.0.1"))
                .hasMessageContaining("Set QUARKUS_OIDC_TOKEN_AUDIENCE.");
    }

    @Test
    void keysAndAnyoneContradictEachOther() {
        Map<String, String> both =
                Map.of("shipgate.access.keys-file", "keys.json", "shipgate.access.allow-anyone-on-the-network", "true");
        assertThatThrownBy(() -> start(both, NO_ISSUER, NO_AUDIENCE, "127.0.0.1"))
                .hasMessageContaining("Maybe remove one of them?");
    }
}
