package dev.shipgate.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.drools.DroolsBuild;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kie.internal.builder.conf.LanguageLevelOption;

class DrlLanguageTest {

    /** It can be read with the level that is pinned, and not with the other that the property asks for. */
    private static final String HALF_COMPARISON = """
            package test
            rule "half"
            when
                Integer(this > 5 || < 3)
            then
            end
            """;

    @Test
    void theCompilerReadsInspectedTextWhateverSystemPropertiesSay() throws RulesetRefusedException {
        String before = System.setProperty(LanguageLevelOption.PROPERTY_NAME, LanguageLevelOption.DRL10.name());
        try {
            DroolsBuild build = DroolsBuild.of(List.of(TestRules.file("test/half.drl", HALF_COMPARISON)));
            assertThat(build.errors()).isEmpty();
            build.discard();
        } finally {
            if (before == null) {
                System.clearProperty(LanguageLevelOption.PROPERTY_NAME);
            } else {
                System.setProperty(LanguageLevelOption.PROPERTY_NAME, before);
            }
        }
    }
}
