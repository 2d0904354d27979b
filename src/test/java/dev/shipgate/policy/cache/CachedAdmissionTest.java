package dev.shipgate.policy.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import dev.shipgate.policy.session.FolderOrigins;
import dev.shipgate.policy.session.Ruleset;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is remembered that a ruleset passed its tests. */
class CachedAdmissionTest {

    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(10));
    private static final String THIS_BUILD = RulesetCache.maker("a build", "10.2.0");

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private RulesetCache kept;

    @BeforeEach
    void anEarlierStart() {
        kept = keptBy(THIS_BUILD);
    }

    private RulesetCache keptBy(String maker) {
        return new RulesetCache(folder, maker, new CacheMetrics(meters)::unusable);
    }

    private double unusable() {
        return meters.get("shipgate.ruleset.kept.unusable").counter().count();
    }

    /** The only file. */
    private Path note() {
        return Objects.requireNonNull(folder.toFile().listFiles())[0].toPath();
    }

    @Test
    void aRulesetPassedItsTestsOnlyWithTheSameFilesAndLimits() {
        Ruleset ruleset = ruleset("cases: []");
        List<Diagnostic> warnings = List.of(new Diagnostic(
                "test/large.drl", 3, 1, "large", Diagnostic.Severity.WARNING, "untested", "No test makes it fire."));
        assertThat(kept.passed(ruleset, LIMITS)).isEmpty();
        kept.putPassed(ruleset, LIMITS, warnings);

        assertThat(keptBy(THIS_BUILD).passed(ruleset, LIMITS)).contains(warnings);
        assertThat(kept.passed(ruleset("cases: [ ]"), LIMITS)).isEmpty();
        assertThat(kept.passed(ruleset, new Limits(1_001, LIMITS.maxDuration())))
                .isEmpty();
        assertThat(kept.passed(ruleset, new Limits(1_000, Duration.ofSeconds(9))))
                .isEmpty();
        assertThat(keptBy(RulesetCache.maker("another build", "10.2.0")).passed(ruleset, LIMITS))
                .isEmpty();
    }

    @Test
    void aDamagedNoteThatARulesetPassedDoesNotCount() throws Exception {
        Ruleset ruleset = ruleset("cases: []");
        kept.putPassed(ruleset, LIMITS, List.of());
        Files.writeString(note(), "passed");
        assertThat(kept.passed(ruleset, LIMITS)).isEmpty();
        assertThat(unusable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[null]",
                "[{}]",
                "{}",
                "[{\"severity\":\"WARNING\",\"code\":\"x\"}]",
                "[{\"severity\":\"ERROR\",\"code\":\"x\",\"message\":\"y\"}]"
            })
    void aForgedNoteThatSaysSomethingElseDoesNotCount(String json) throws Exception {
        Ruleset ruleset = ruleset("cases: []");
        kept.putPassed(ruleset, LIMITS, List.of());
        String name = note().getFileName().toString().replace(".passed", "");
        new CachedFiles(folder, ".passed", 9).write(name, json.getBytes(UTF_8));

        assertThat(kept.passed(ruleset, LIMITS)).isEmpty();
        assertThat(unusable()).isEqualTo(1);
    }

    private static Ruleset ruleset(String tests) {
        List<RuleFile> files =
                List.of(TestRules.file("test/test.drl", "package test"), TestRules.file("test/test.test.yaml", tests));
        return new Ruleset(RulesetFiles.of(files), Map.of(), new FolderOrigins(0, 0, 0), List.of());
    }
}
