package dev.shipgate.policy.lint.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;

/** Numbers that begin with a zero. */
class OctalNumbersTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @Test
    void refusesNumbersThatBeginWithAZero() {
        String message = "A number that begins with 0 is read as octal in some places and not in others. Maybe 700?";
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 0700)")).containsExactly("ERROR octal" + AT + message);
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"a\").p95Ms(0700));"))
                .containsExactly("ERROR octal load-gate/a.drl:13 " + message);
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 0800)"))
                .containsExactly("ERROR octal" + AT + message.replace("700", "800"));
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 00)"))
                .containsExactly("ERROR octal" + AT + message.replace("700", "0"));
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 0, errorRate > 0.7, p95Ms > 700)"))
                .isEmpty();
    }
}
