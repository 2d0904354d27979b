package dev.shipgate.policy.drl;

import static dev.shipgate.policy.drl.slips.ToldSlips.HEAD;
import static dev.shipgate.policy.drl.slips.ToldSlips.RULE;
import static dev.shipgate.policy.drl.slips.ToldSlips.WARNS;
import static dev.shipgate.policy.drl.slips.ToldSlips.assertTold;

import dev.shipgate.testing.BesideOthers;
import org.junit.jupiter.api.Test;

/** Mistakes that the parser stumbles over are told at their place. */
@BesideOthers
class SyntaxSlipsTest {

    @Test
    void aBlankThatIsNoneIsToldAtItsPlace() {
        assertTold(RULE.formatted("Release(service ==\u00a0\"a\")", WARNS), 10, 19, "Maybe a blank?");
    }

    @Test
    void aMissingWordIsToldWhereItShouldStand() {
        assertTold(HEAD + "Release()\nthen\n" + WARNS + "\n", 12, 1, "The rule has no end.");
        assertTold(
                HEAD + "Release()\nthen\n" + WARNS + "\n\nrule \"next\"\nwhen\nRelease()\nthen\n" + WARNS + "\nend\n",
                12,
                1,
                "The rule has no end.");
        assertTold(HEAD + "Release()\n" + WARNS + "\nend\n", 11, 1, "The rule has no then.");
        assertTold(HEAD.replace("when\n", "") + "Release()\nthen\n" + WARNS + "\nend\n", 9, 1, "The rule has no when.");
        assertTold(
                HEAD + "Release()\nThen\n" + WARNS + "\nend\n", 11, 1, "This word is written in small letters: then.");
        assertTold(
                HEAD + "Release()\nthen\n" + WARNS + "\nEnd\n", 13, 1, "This word is written in small letters: end.");
    }

    @Test
    void aNameWithoutQuotesIsTold() {
        assertTold(
                RULE.formatted("Release()", WARNS).replace("rule \"own\"", "rule tight latency"),
                7,
                6,
                "Maybe rule \"tight latency\"?");
        assertTold(RULE.formatted("Release()", WARNS).replace("rule ", "Rule "), 7, 1, "in small letters: rule.");
    }

    @Test
    void aSignBetweenAnAttributeAndItsValueIsTold() {
        String rule = RULE.formatted("Release()", WARNS);
        assertTold(rule.replace("when", "salience = 10\nwhen"), 9, 10, "Maybe salience 10?");
        assertTold(rule.replace("when", "no-loop: true\nwhen"), 9, 8, "Maybe no-loop true?");
    }

    @Test
    void aMisspeltWordBeforeWhenIsTold() {
        String rule = RULE.formatted("Release()", WARNS);
        assertTold(rule.replace("when", "saliance 10\nwhen"), 9, 1, "Maybe salience?");
        assertTold(rule.replace("@owner", "owner"), 8, 5, "Maybe @owner(\"...\") or @doc(\"...\")?");
        assertTold(
                rule.replace("shipgate.loadgate\n", "shipgate.load-gate\n"), 1, 22, "Maybe package shipgate.loadgate?");
    }
}
