package dev.shipgate.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.testing.BesideOthers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@BesideOthers
class CompileErrorsTest {

    private static final String HEADER = """
            package shipgate.loadgate
            import dev.shipgate.loadgate.*
            import dev.shipgate.decision.Release
            """;

    private static List<String> diagnosticsOf(String drl) {
        RulesetRefusedException refused = catchThrowableOfType(
                RulesetRefusedException.class,
                () -> FolderCompiler.compile(List.of(TestRules.file("load-gate/test.drl", drl))));
        return refused.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void saysWhereAParserErrorIs() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "syntax"
                        when
                            RouteMetrics(p95Ms > )
                        then
                        end
                        """))
                .containsExactly("load-gate/test.drl:6:26: no viable alternative at input ')'."
                        + " Maybe a bracket, a quote or an \"end\" is missing before it? [in rule \"syntax\"]");
    }

    @Test
    void refusesANameThatNobodyCouldFind() {
        String name = "a".repeat(500);
        assertThat(diagnosticsOf("package shipgate.loadgate\nrule \"" + name + "\" when then end\n"))
                .containsExactly("load-gate/test.drl:2:1: The name of a rule and that of its package must together have"
                        + " at most 500 characters. [in rule \"" + name + "\"]");
    }

    @Test
    void namesAFieldThatDoesNotExist() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "misspelt field"
                        when
                            RouteMetrics(p95 > 3)
                        then
                        end
                        """))
                .containsExactly("load-gate/test.drl:6:18: There is no field p95 in RouteMetrics. Maybe p95Ms?"
                        + " [in rule \"misspelt field\"]");
    }

    @Test
    void namesAMethodThatDoesNotExist() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "misspelt method"
                        when
                            Release()
                        then
                            insert(new Budget("find").p95(800));
                        end
                        """))
                .containsExactly("load-gate/test.drl:8:31: There is no method p95 in Budget. Maybe p95Ms?"
                        + " [in rule \"misspelt method\"]");
    }

    @Test
    void saysWhatToWriteForAnOperatorThatTheCompilerCannotTake() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "some routes"
                        when
                            RouteMetrics(route matches "book.*")
                        then
                        end
                        """))
                .containsExactly(
                        "load-gate/test.drl:6:18: The operator matches cannot take a text. Maybe route != null &&"
                                + " route.matches(\"book.*\")? [in rule \"some routes\"]");
    }

    @Test
    void aNameIsNotLookedForInsideALongerOne() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "misspelt name"
                        when
                            Release($service : service)
                        then
                            insert($serv);
                        end
                        """))
                .containsExactly("load-gate/test.drl:8:12: Nothing is called $serv here. Maybe $service?"
                        + " [in rule \"misspelt name\"]");
    }

    @Test
    void reportsTheErrorsOfAllRulesAtOnce() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "first is fine" when Release() then end
                        rule "misspelt type in the consequence"
                        when
                            Release()
                        then
                            insert(new Bugdet("x"));
                        end
                        rule "second is fine" when Release() then end
                        rule "misspelt type in the condition"
                        when
                            Relese()
                        then
                        end
                        rule "unbound"
                        when
                            Release()
                        then
                            insert($nothing);
                        end
                        """))
                .containsExactly(
                        "load-gate/test.drl:9:16: There is no kind of fact Bugdet here. Maybe it is misspelt, or its import is missing?"
                                + " [in rule \"misspelt type in the consequence\"]",
                        "load-gate/test.drl:14:5: There is no kind of fact Relese here. Maybe Release?"
                                + " [in rule \"misspelt type in the condition\"]",
                        "load-gate/test.drl:21:12: Nothing is called $nothing here. A fact or a field gets its name in when, "
                                + "such as $p95 : p95Ms. [in rule \"unbound\"]");
    }

    @Test
    void findsThePlacesOfManyMistakesInManyFiles() {
        String broken = HEADER + "rule \"broken %d\" when\n%s\nthen\n%s\nend\n";
        List<RuleFile> files = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            String when = i == 12 ? "Relese()" : i == 33 ? "RouteMetrics(p95Ms > 800ms)" : "Release()";
            String then = i == 25 ? "if true insert(new Budget(\"a\"));" : "insert(new Budget(\"a\"));";
            files.add(TestRules.file("load-gate/f" + i + ".drl", broken.formatted(i, when, then)));
        }
        RulesetRefusedException refused =
                catchThrowableOfType(RulesetRefusedException.class, () -> FolderCompiler.compile(files));
        assertThat(refused.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactlyInAnyOrder(
                        "load-gate/f12.drl:5:1: There is no kind of fact Relese here. Maybe Release? [in rule \"broken 12\"]",
                        "load-gate/f25.drl:7:1: The condition of an if stands in brackets. Maybe if (...) { ... }?"
                                + " [in rule \"broken 25\"]",
                        "load-gate/f33.drl:5:22: A number has no unit. Maybe 800? [in rule \"broken 33\"]");
    }

    @Test
    void saysWhereAConsequenceStopsToBeJava() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "unclosed"
                        when
                            Release()
                        then
                            insert(new Budget("x");
                        end
                        """))
                .containsExactly("load-gate/test.drl:8:11: This bracket is never closed. Maybe a ) is missing?"
                        + " [in rule \"unclosed\"]");
    }

    @Test
    void saysWhichOfSeveralStatementsIsWrong() {
        assertThat(diagnosticsOf(HEADER + """
                        rule "statements"
                        when
                            $r : Release()
                        then
                            insert(new Failure(null, "a", "b"));
                            // One more.
                            insert(new Failure(null,
                                "b"));
                            if ($r.service() == 5) {
                                insert(new Budget("find")
                                    .errorRat(0.5));
                                insert(new Failure(null, "a", $r.ttft));
                            }
                        end
                        """))
                .extracting(told -> told.replaceFirst(" .*", ""))
                .containsExactly(
                        "load-gate/test.drl:10:16:",
                        "load-gate/test.drl:12:9:",
                        "load-gate/test.drl:14:14:",
                        "load-gate/test.drl:15:39:");
    }

    @Test
    void saysWhatIsWrongWithTheOthersBesideAFileThatCannotBeRead() {
        RuleFile unreadable = TestRules.file(
                "load-gate/a.drl",
                HEADER + "rule \"a\" when Release(service = \"x\") then insert(new Budget(\"x\")); end\n");
        RuleFile wrong = TestRules.file(
                "load-gate/b.drl",
                HEADER + "rule \"b\" when\nRelease(servic == \"x\")\nthen insert(new Budget(\"x\")); end\n");
        RulesetRefusedException refused = catchThrowableOfType(
                RulesetRefusedException.class, () -> FolderCompiler.compile(List.of(unreadable, wrong)));
        assertThat(refused.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "load-gate/a.drl:4:31: To compare takes two signs. Maybe == to compare, or : to give it a name?"
                                + " [in rule \"a\"]",
                        "load-gate/b.drl:5:9: There is no field servic in Release. Maybe service? [in rule \"b\"]");
    }

    @Test
    void saysNothingOfTheOthersWhereTheyMayNeedWhatCannotBeRead() {
        RuleFile unreadable = TestRules.file(
                "load-gate/a.drl",
                HEADER
                        + "function double half(double all) { return all / 2; }\nrule \"a\" when Release(service = \"x\") then end\n");
        RuleFile caller = TestRules.file(
                "load-gate/b.drl",
                HEADER + "rule \"b\" when Release()\nthen insert(new Budget(\"x\").p95Ms(half(3))); end\n");
        RulesetRefusedException refused = catchThrowableOfType(
                RulesetRefusedException.class, () -> FolderCompiler.compile(List.of(unreadable, caller)));
        assertThat(refused.diagnostics()).extracting(Diagnostic::file).containsExactly("load-gate/a.drl");
    }

    @Test
    void saysWhichTypeAFieldOfADeclaredTypeShouldHave() {
        String declare = """
                package shipgate.retrystorm
                import dev.shipgate.retrystorm.TrafficPoint
                declare BadMinute
                    minute : %s
                end
                rule "bad" when
                    $p : TrafficPoint()
                then
                    %s
                end
                """;
        assertThat(diagnosticsOf(declare.formatted("int", "insert(new BadMinute($p.minuteNumber()));")))
                .containsExactly("load-gate/test.drl:9:16: new BadMinute(...) takes (int minute), and here is (long)."
                        + " Maybe minute : long in declare? [in rule \"bad\"]");
        assertThat(diagnosticsOf(declare.formatted(
                        "int", "BadMinute bad = new BadMinute(); bad.setMinute($p.minuteNumber()); insert(bad);")))
                .containsExactly(
                        "load-gate/test.drl:9:42: The field minute of BadMinute is of the type int, and here is long."
                                + " Maybe minute : long in declare? [in rule \"bad\"]");
        assertThat(diagnosticsOf(declare.formatted("Sting", "insert(new BadMinute(\"1\"));")))
                .containsExactly("load-gate/test.drl:4:14: There is no type Sting here. Maybe String?");
    }

    @Test
    void findsAnImportOfNothing() {
        assertThat(diagnosticsOf("""
                        package shipgate.loadgate
                        import dev.shipgate.loadgate.Nope
                        rule "any" when then end
                        """))
                .containsExactly("load-gate/test.drl:2:8: Only a type can be imported."
                        + " dev.shipgate.loadgate.Nope resolves to a package");
    }

    @Test
    void refusesTwoRulesOfOneName() {
        assertThat(diagnosticsOf("""
                        package shipgate.loadgate
                        rule "twice" when then end
                        rule "twice" when then end
                        """)).containsExactly("load-gate/test.drl:3:1: Duplicate rule name: twice");
    }

    @Test
    void aFileWithoutAPackageIsRefused() {
        assertThat(diagnosticsOf("rule \"a\" when then end"))
                .containsExactly("load-gate/test.drl:1:1: The file must begin with a package, such as:"
                        + " package shipgate.loadgate");
    }

    @Test
    void neverShowsGeneratedJava() {
        assertThat(diagnosticsOf(HEADER + "rule \"a\" when Release() then int x = \"s\"; end"))
                .containsExactly(
                        "load-gate/test.drl:4:38: Here is a text, and asked for is a whole number. [in rule \"a\"]");
    }
}
