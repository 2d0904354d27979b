package dev.shipgate.policy.lint.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.lint.Slips;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of one folder that a call does not tell apart. */
class SameFunctionsTest {

    @Test
    void refusesFunctionsThatACallDoesNotTellApart() {
        String function = "function Budget budget(String route, %s p95Ms) { return new Budget(route).p95Ms(p95Ms); }\n";
        String calls = Slips.rule("%s", "Release()", "insert(budget(\"find\", 800));");
        for (String type : List.of("double", "int")) {
            assertThat(Slips.of(Map.of(
                            "load-gate/a.drl", function.formatted("double") + calls.formatted("a"),
                            "load-gate/b.drl", calls.formatted("b") + function.formatted(type))))
                    .containsExactly("ERROR same-name load-gate/b.drl:15 The function budget is there already, in "
                            + "load-gate/a.drl:10. The files of a folder have their functions in common, so nobody could tell "
                            + "which of the two a rule calls. Maybe another name? Or leave this one out: rules here may call "
                            + "that one.");
        }
        assertThat(Slips.of(function.formatted("double") + function.formatted("int") + calls.formatted("a")))
                .isEmpty();
        assertThat(Slips.of(function.formatted("int") + function.formatted("int") + calls.formatted("a")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Release one,RouteMetrics one,false",
        "String one,double one,false",
        "'String one, Release other','String one, RouteMetrics other',false",
        "String one,'String one, String other',false",
        "Release one,Release one,true",
        "'Release one, int other','Release one, Double other',true",
        "Release one,Object one,true",
        "double one,Object one,true",
        "CharSequence one,String one,true"
    })
    void refusesFunctionsOfTwoFilesOnlyIfBothTakeTheSameValues(String one, String other, boolean refused) {
        String function = "function String told(%s) { return \"x\"; }\n";
        String rule = Slips.rule("%s", "Release()", "insert(new Failure(null, \"x\", \"y\"));");
        assertThat(Slips.of(Map.of(
                        "load-gate/a.drl", function.formatted(one) + rule.formatted("a"),
                        "load-gate/b.drl", function.formatted(other) + rule.formatted("b"))))
                .filteredOn(slip -> slip.startsWith("ERROR same-name"))
                .hasSize(refused ? 1 : 0);
    }

    /** Where the compiler took the wrong one the call would not be compiled. */
    @Test
    void leavesItToTheCompilerToTellFunctionsOfOtherTypesApart() throws Exception {
        String file = """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Failure
                import dev.shipgate.loadgate.RouteMetrics
                function String told(%1$s one) { return "It is " + one; }
                rule "own %1$s" when $one : %1$s() then insert(new Failure(null, "x", told($one))); end
                rule "other %1$s" when $one : %2$s() then insert(new Failure(null, "x", told($one))); end
                """;
        FolderCompiler.compile(List.of(
                TestRules.file("load-gate/a.drl", file.formatted("Release", "RouteMetrics")),
                TestRules.file("load-gate/b.drl", file.formatted("RouteMetrics", "Release"))));
    }
}
