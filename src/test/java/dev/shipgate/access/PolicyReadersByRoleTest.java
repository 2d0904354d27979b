package dev.shipgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReadersByRoleTest {

    @ParameterizedTest
    @CsvSource({"evaluate, false", "audit, true", "author, true", "publish, true"})
    void readTheRulesWhoMayReadThem(String role, boolean includes) {
        assertThat(new PolicyReadersByRole(Identities.of("key:somebody", Set.of(role))).includeCaller())
                .isEqualTo(includes);
    }
}
