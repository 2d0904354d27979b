package dev.shipgate.policy.drl.slips;

import static dev.shipgate.policy.drl.slips.ToldSlips.RULE;
import static dev.shipgate.policy.drl.slips.ToldSlips.WARNS;
import static dev.shipgate.policy.drl.slips.ToldSlips.assertTold;

import org.junit.jupiter.api.Test;

/** Mistakes in functions are told at their place. */
class FunctionSlipsTest {

    @Test
    void aCallOfAFunctionWithOtherValuesIsTold() {
        String rule = RULE.formatted("Release()", "insert(budget(%s));")
                + "function Budget budget(String route, double p95Ms) {\n    return new Budget(route).p95Ms(p95Ms);\n}\n";
        assertTold(rule.formatted("5, \"a\""), 12, 8, "budget(...) takes (String, double), and here is (int, String).");
        assertTold(rule.formatted("\"a\""), 12, 8, "budget(...) takes (String, double), and here is (String).");
    }

    @Test
    void aFunctionThatGivesNothingBackIsTold() {
        String rule = RULE.formatted("Release()", WARNS) + "\nfunction %sbudget(String route) {\n%s\n}\n";
        String returns = "    return new Budget(route);";
        assertTold(
                rule.formatted("", returns),
                15,
                10,
                "The function budget has no kind before its name of what it gives back. Maybe function Budget budget(...)?");
        assertTold(rule.formatted("void ", returns), 15, 15, "Maybe function Budget budget(...)?");
        assertTold(
                rule.formatted("Budget ", "    if (route == null) {" + returns + "}"),
                15,
                17,
                "The function budget can end without a return.");
    }

    @Test
    void ofSeveralFunctionsTheOneThatIsWrongIsTold() {
        String rule = RULE.formatted("Release()", WARNS);
        String log = "function void log(String text) {\n    System.out.println(text);\n}\n";
        assertTold(
                rule + "\n" + log + "function void budget(String route) {\n    return new Budget(route);\n}\n",
                18,
                15,
                "Maybe function Budget budget(...)?");
        String right = "function Budget whole(String route) {\n    return new Budget(route);\n}\n";
        assertTold(
                rule + "\n" + right + "function Budget budget(String route) {\n    new Budget(route);\n}\n",
                18,
                17,
                "The function budget can end without a return.");
    }
}
