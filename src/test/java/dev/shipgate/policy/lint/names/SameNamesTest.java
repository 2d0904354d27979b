package dev.shipgate.policy.lint.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of one name, in one folder or in several. */
class SameNamesTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void refusesTwoRulesOfOneNameWhereverTheyAre() {
        String both = Slips.rule("a", "Release()", FAILS) + Slips.rule("a", "Release()", FAILS);
        assertThat(Slips.of(both))
                .containsExactly(
                        "ERROR same-name load-gate/a.drl:15 The rule in load-gate/a.drl:10 has this name too, and "
                                + "answers, records and tests tell rules by their names. Maybe another name?");
        assertThat(Slips.of(Map.of(
                        "load-gate/b.drl", Slips.rule("a", "Release()", FAILS),
                        "readiness/a.drl",
                                Slips.rule("a", "Release()", "insert(new Blocker(\"release\", \"x\", \"y\"));"))))
                .containsExactly(
                        "ERROR same-name readiness/a.drl:10 The rule in load-gate/b.drl:10 has this name too, and "
                                + "answers, records and tests tell rules by their names. Maybe another name?");
    }
}
