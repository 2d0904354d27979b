package dev.shipgate.policy.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.Ruleset;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules are looked through for slips once, and not at each start. */
class CachedSlipsTest {

    private static final String NO_OWNER =
            "load-gate/a.drl:3:1: Nobody is named who could be asked about this rule. Maybe"
                    + " @owner(\"...\")? [in rule \"slow\"]";

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** As a start of a build of the service. */
    private RulesetCompiler startOf(String build) {
        RulesetCache kept =
                new RulesetCache(folder, RulesetCache.maker(build, "10.2.0"), new CacheMetrics(meters)::unusable);
        return new RulesetCompiler(List.of(new LoadGate()), List.of(), kept);
    }

    private static RulesetFiles rules(String limit) {
        return RulesetFiles.of(List.of(TestRules.file("load-gate/a.drl", """
                package shipgate.loadgate
                import dev.shipgate.loadgate.*
                rule "slow" when RouteMetrics(p95Ms > %s) then insert(new Failure(null, "x", "y")); end
                """.formatted(limit))));
    }

    private static List<String> warnings(RulesetCompiler compiler, RulesetFiles rules) throws RulesetRefusedException {
        Ruleset ruleset = compiler.compile(rules, null);
        ruleset.references().release();
        return ruleset.warnings().stream().map(Diagnostic::toString).toList();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".slips")).toList();
        }
    }

    /** As anybody with write access to the folder could: with the right name and hash. */
    private void writeInItsPlace(String json) throws IOException {
        String name = kept().get(0).getFileName().toString().replace(".slips", "");
        new CachedFiles(folder, ".slips", 9).write(name, json.getBytes(UTF_8));
    }

    @Test
    void theSameRulesAreNotLookedThroughAgain() throws Exception {
        assertThat(warnings(startOf("a build"), rules("800"))).containsExactly(NO_OWNER);
        assertThat(warnings(startOf("a build"), rules("800"))).containsExactly(NO_OWNER);
        writeInItsPlace("[]");

        assertThat(warnings(startOf("a build"), rules("800"))).isEmpty();
        assertThat(warnings(startOf("a build"), rules("801"))).containsExactly(NO_OWNER);
        assertThat(warnings(startOf("another build"), rules("800"))).containsExactly(NO_OWNER);
    }

    @Test
    void whatRefusesRulesIsFoundEachTime() throws Exception {
        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(() -> startOf("a build").compile(rules("0700"), null))
                    .isInstanceOf(RulesetRefusedException.class);
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatWasKeptAndIsNoListOfWarningsDoesNotCount() throws Exception {
        warnings(startOf("a build"), rules("800"));
        writeInItsPlace("[{\"severity\":\"ERROR\",\"code\":\"x\",\"message\":\"y\"}]");

        assertThat(warnings(startOf("a build"), rules("800"))).containsExactly(NO_OWNER);
        assertThat(meters.get("shipgate.ruleset.kept.unusable").counter().count())
                .isEqualTo(1);
    }

    @Test
    void rulesForOneUseAreNotCached() throws Exception {
        startOf("a build")
                .compileForOneUse(rules("800"), new TestRules.Limits(1_000, Duration.ofSeconds(10)))
                .close();
        assertThat(folder).isEmptyDirectory();
    }
}
