package dev.shipgate.policy.drl.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.regex.Pattern;

/** The refusal of a file with one mistake: its place, and the hint to its author. */
public final class ToldSlips {

    /** The file up to the conditions of its rule. */
    public static final String HEAD = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Budget
            import dev.shipgate.loadgate.Check
            import dev.shipgate.loadgate.RouteMetrics
            import dev.shipgate.loadgate.Warning
            rule "own"
                @owner("sre")
            when
            """;

    /** The whole file, with a place for conditions and one for the consequence. */
    public static final String RULE = HEAD + "%s\nthen\n%s\nend\n";

    /** A consequence without a mistake. */
    public static final String WARNS = "insert(new Warning(null, \"a\", \"b\"));";

    private static final Pattern GENERATED =
            Pattern.compile("Rules[0-9A-F]{8}|Rule_|Lambda|GENERATED|defaultpkg|_this|PatternDSL|LITERAL");

    private ToldSlips() {}

    /**
     * Expects a refusal whose first error stands at this place and says this, and whose errors name nothing generated.
     */
    public static void assertTold(String file, int line, int column, String hint) {
        RulesetRefusedException refused = catchThrowableOfType(
                RulesetRefusedException.class,
                () -> FolderCompiler.compile(List.of(TestRules.file("load-gate/own.drl", file))));
        assertThat(refused).as("refusal of %s", file).isNotNull();
        List<Diagnostic> diagnostics = refused.diagnostics();
        assertThat(diagnostics).allSatisfy(told -> assertThat(told.message()).doesNotContainPattern(GENERATED));
        Diagnostic first = diagnostics.get(0);
        assertThat(first.message()).contains(hint);
        assertThat(first.line() + ":" + first.column()).isEqualTo(line + ":" + column);
    }
}
