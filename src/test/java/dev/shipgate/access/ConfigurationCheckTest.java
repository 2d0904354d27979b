package dev.shipgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that are there and say nothing, or half of something. */
class ConfigurationCheckTest {

    @Test
    void aVariableThatIsEmptyIsNoSetting() {
        assertThat(problems(Map.of("SHIPGATE_ACCESS_KEYS_FILE", "")))
                .anySatisfy(problem -> assertThat(problem)
                        .matches(
                                "The setting (SHIPGATE_ACCESS_KEYS_FILE|shipgate.access.keys.file) is there and empty. "
                                        + "Give it a value, or remove it."));
        assertThat(problems(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", " "))).isNotEmpty();
        assertThat(problems(Map.of("SHIPGATE_ACCESS_KEYS_FILE", "keys.json"))).isEmpty();
        assertThat(problems(Map.of("OTHERS", ""))).isEmpty();
    }

    @Test
    void whatIsSaidOfTokensNeedsAnIssuer() {
        assertThat(problems(Map.of("QUARKUS_OIDC_TOKEN_AUDIENCE", "shipgate")))
                .anySatisfy(
                        problem -> assertThat(problem).contains("Set QUARKUS_OIDC_AUTH_SERVER_URL, or remove them."));
        assertThat(problems(Map.of(
                        "QUARKUS_OIDC_TOKEN_AUDIENCE", "shipgate",
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "https://issuer.example.com")))
                .isEmpty();
        assertThat(problems(Map.of("QUARKUS_OIDC_TENANT_ENABLED", "false"))).isEmpty();
    }

    @Test
    void whoLogsInToPostgresqlNeedsADatabase() {
        assertThat(problems(Map.of("SHIPGATE_AUDIT_USERNAME", "shipgate")))
                .anySatisfy(problem -> assertThat(problem)
                        .endsWith(
                                " are for PostgreSQL, but no database is set, so that decisions would be recorded in a"
                                        + " file of this machine. Set SHIPGATE_AUDIT_JDBC_URL, or remove them."));
        assertThat(problems(Map.of("SHIPGATE_AUDIT_PASSWORD", "secret")))
                .allSatisfy(problem -> assertThat(problem).doesNotContain("secret"))
                .isNotEmpty();
        assertThat(problems(Map.of(
                        "SHIPGATE_AUDIT_USERNAME", "shipgate",
                        "SHIPGATE_AUDIT_PASSWORD", "secret",
                        "SHIPGATE_AUDIT_JDBC_URL", "jdbc:postgresql://db.example.com/shipgate")))
                .isEmpty();
    }

    private static List<String> problems(Map<String, String> environment) {
        return ConfigurationCheck.problems(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new PropertiesConfigSource(
                        Map.of("quarkus.oidc.application-type", "service", "shipgate.own", ""), "own", 250))
                .build());
    }
}
