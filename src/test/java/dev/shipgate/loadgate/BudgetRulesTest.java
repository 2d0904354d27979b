package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.decision.Release;
import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetRulesTest {

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("load-gate");

    @ParameterizedTest
    @CsvSource(textBlock = """
            voice-agent in production: booking a table,             production, book_table,         800, 0.01,  0.05,  0.02
            voice-agent in production: cancelling a booking,        production, cancel_booking,     700, 0.01,  0.04,  0.02
            voice-agent in production: asking for the opening hours, production, opening_hours,     500, 0.005, 0.015, 0.02
            voice-agent in production: small talk,                  production, small_talk,         600, 0.02,  0.02,  0.02
            voice-agent in production: transfer to a person,        production, transfer_to_human, 1500, 0.002, 0.08,  0.03
            voice-agent in staging: booking a table,                staging,    book_table,        1000, 0.01,  0.05,  0.02
            voice-agent in staging: cancelling a booking,           staging,    cancel_booking,     900, 0.01,  0.04,  0.02
            voice-agent in staging: asking for the opening hours,   staging,    opening_hours,      700, 0.005, 0.015, 0.02
            voice-agent in staging: small talk,                     staging,    small_talk,         800, 0.02,  0.02,  0.02
            voice-agent in staging: transfer to a person,           staging,    transfer_to_human, 2000, 0.002, 0.08,  0.03
            """)
    void eachRuleSetsTheBudgetOfItsRouteAndOfNoOtherEnvironment(
            String rule, String environment, String route, double p95, double errors, double cost, double gain) {
        Release here = release("voice-agent", environment);
        Release elsewhere = release("voice-agent", environment.equals("staging") ? "production" : "staging");

        assertThat(RULES.fired(here)).contains(rule);
        assertThat(RULES.evaluate(here).facts(Budget.class))
                .contains(new Budget(route)
                        .p95Ms(p95)
                        .errorRate(errors)
                        .costPerSuccess(cost)
                        .minGainForCostOverrun(gain));
        assertThat(RULES.fired(elsewhere)).doesNotContain(rule);
    }

    @Test
    void anEnvironmentHasABudgetForEachOfItsFiveRoutesAndNoMore() {
        for (String environment : List.of("production", "staging")) {
            assertThat(RULES.evaluate(release("voice-agent", environment)).facts(Budget.class))
                    .extracting(Budget::route)
                    .containsExactlyInAnyOrder(
                            "book_table", "cancel_booking", "opening_hours", "small_talk", "transfer_to_human");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            search,      production
            voice-agent, development
            voice-agent, Production
            Voice-Agent, staging
            voice-agent,
            ,            production
            """)
    void anotherServiceOrEnvironmentHasNoBudget(String service, String environment) {
        assertThat(RULES.evaluate(release(service, environment)).facts(Budget.class))
                .isEmpty();
    }

    private static Release release(String service, String environment) {
        return new Release(service, environment, null, Map.of());
    }
}
