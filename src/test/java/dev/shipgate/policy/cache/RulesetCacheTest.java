package dev.shipgate.policy.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import dev.shipgate.policy.confinement.SuiteFacts;
import dev.shipgate.policy.drools.CompiledClasses;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.session.CompiledRules;
import dev.shipgate.retrystorm.CallerThresholds;
import dev.shipgate.retrystorm.TrafficPoint;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Lengthy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
@Lengthy
class RulesetCacheTest {

    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(10));
    private static final String THIS_BUILD = RulesetCache.maker("a build", "10.2.0");

    private static final List<RuleFile> RULES = List.of(TestRules.file("test/test.drl", """
            package test
            declare Doubled number : int end
            rule "double" when $i : Integer(this > 1) then insert(new Doubled($i * 2)); end
            rule "large" when $d : Doubled(number > 10) then insert("large: " + $d.getNumber()); end
            """));

    /** The files that one compilation left, so that not every test needs one. */
    @TempDir
    static Path compiledOnce;

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private RulesetCache kept;

    @BeforeAll
    static void compileOnce() throws RulesetRefusedException {
        RulesetCache first =
                new RulesetCache(compiledOnce, THIS_BUILD, new CacheMetrics(new SimpleMeterRegistry())::unusable);
        assertThat(compile(first, RULES)).isEqualTo("compiled [double, double, large] [large: 12]");
    }

    @BeforeEach
    void anEarlierStartCompiled() throws IOException {
        Path file = file(compiledOnce, ".classes");
        Files.copy(file, folder.resolve(file.getFileName()));
        kept = keptBy(THIS_BUILD);
    }

    private RulesetCache keptBy(String maker) {
        return new RulesetCache(folder, maker, new CacheMetrics(meters)::unusable);
    }

    /** Whether they were compiled or kept, the rules that fired on 1, 2 and 6, and the texts that they inserted. */
    private static String compile(CompilationCache kept, List<RuleFile> drl) throws RulesetRefusedException {
        CompiledRules rules = FolderCompiler.compile(drl, kept);
        try {
            RuleRun run = rules.evaluate(List.of(1, 2, 6), LIMITS);
            return (rules.wereCached() ? "kept " : "compiled ") + fired(run) + " " + run.facts(String.class);
        } finally {
            rules.references().release();
        }
    }

    private static List<String> fired(RuleRun run) {
        return run.firings().stream().map(firing -> firing.rule().rule()).toList();
    }

    private Path file(String suffix) throws IOException {
        return file(folder, suffix);
    }

    private static Path file(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .reduce((one, other) -> {
                        throw new AssertionError("More than one file ends with " + suffix);
                    })
                    .orElseThrow();
        }
    }

    private double unusable() {
        return meters.get("shipgate.ruleset.kept.unusable").counter().count();
    }

    private void assertThatItIsCompiledAndKeptAnew() throws RulesetRefusedException {
        assertThat(compile(kept, RULES)).isEqualTo("compiled [double, double, large] [large: 12]");
        assertThat(unusable()).isEqualTo(1);
        assertThat(compile(kept, RULES)).isEqualTo("kept [double, double, large] [large: 12]");
        assertThat(unusable()).isEqualTo(1);
    }

    @Test
    void theSameRulesAreNotCompiledAgain() throws RulesetRefusedException {
        assertThat(compile(keptBy(THIS_BUILD), RULES)).isEqualTo("kept [double, double, large] [large: 12]");
        assertThat(unusable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load-gate", "retry-storm", "capacity", "readiness"})
    void shippedRulesThatWereKeptSayExactlyWhatCompiledOnesSay(String shipped) throws Exception {
        List<RuleFile> drl = new RulesDirectory(Path.of("rules")).read().drl(shipped);
        CompiledRules compiled = FolderCompiler.compile(drl, kept);
        CompiledRules reopened = FolderCompiler.compile(drl, kept);
        try {
            assertThat(compiled.wereCached()).isFalse();
            assertThat(reopened.wereCached()).isTrue();
            assertThat(reopened.rules()).containsExactlyInAnyOrderElementsOf(compiled.rules());
            assertThat(everything(reopened)).isEqualTo(everything(compiled)).isNotEqualTo("[] []");
        } finally {
            compiled.references().release();
            reopened.references().release();
        }
    }

    private static String everything(CompiledRules rules) {
        List<Object> facts = new ArrayList<>(SuiteFacts.legitimate());
        facts.add(new CallerThresholds(null, null));
        facts.add(new TrafficPoint(0L, 100L, 100L, 900L, 0.2, 9.0, 1.0, 9.0, Map.of(), List.of()));
        RuleRun run = rules.evaluate(facts, LIMITS);
        List<String> firings = run.firings().stream()
                .map(firing -> firing.rule() + " " + firing.facts())
                .toList();
        return firings + " " + run.inserted();
    }

    @Test
    void limitsArePutIntoRulesThatWereKept() throws RulesetRefusedException {
        List<RuleFile> endless = List.of(
                TestRules.file("test/test.drl", "package test\nrule \"endless\" when then while (true) { } end\n"));
        FolderCompiler.compile(endless, kept).references().release();
        CompiledRules reopened = FolderCompiler.compile(endless, kept);

        assertThat(reopened.wereCached()).isTrue();
        Limits brief = new Limits(10, Duration.ofMillis(50));
        assertThat(catchThrowableOfType(PolicyEvaluationException.class, () -> reopened.evaluate(List.of(), brief))
                        .reason())
                .isEqualTo(PolicyEvaluationException.Reason.TIME_LIMIT);
        reopened.references().release();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 40, 1_000, -1})
    void aTruncatedFileIsCompiledAnew(int length) throws Exception {
        byte[] bytes = Files.readAllBytes(file(".classes"));
        Files.write(file(".classes"), Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));
        assertThatItIsCompiledAndKeptAnew();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 36, 500, 5_000})
    void aFileWithOneOtherBitIsCompiledAnew(int place) throws Exception {
        byte[] bytes = Files.readAllBytes(file(".classes"));
        bytes[place] ^= 4;
        Files.write(file(".classes"), bytes);
        assertThatItIsCompiledAndKeptAnew();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in the constructor", "in the initializer"})
    void aForgedClassThatDoesWhatRulesMayNotNeverRuns(String where) throws Exception {
        Path trace = folder.resolve("trace");
        forge(ForgedClasses.writing(trace, where.equals("in the initializer"), keptClasses()));
        assertThatItIsCompiledAndKeptAnew();
        assertThat(trace).doesNotExist();
    }

    @Test
    void aForgedClassThatEndsTheProcessNeverRuns() throws Exception {
        forge(ForgedClasses.exiting(keptClasses()));
        assertThatItIsCompiledAndKeptAnew();
    }

    @Test
    void aForgedClassUnderTheOneNameThatIsNotInspectedNeverRuns() throws Exception {
        Path trace = folder.resolve("trace");
        forge(ForgedClasses.withBuildDescription(trace, keptClasses()));
        assertThatItIsCompiledAndKeptAnew();
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Object", "no.such.Thing"})
    void aForgedNameOfAClassThatIsNotOfTheRulesIsRefused(String name) throws Exception {
        forge(new CompiledClasses(List.of(name), keptClasses().classes()));
        assertThatItIsCompiledAndKeptAnew();
    }

    @Test
    void whatIsNoClassIsRefused() throws Exception {
        forge(new CompiledClasses(List.of(), List.of(new byte[] {1, 2, 3})));
        assertThatItIsCompiledAndKeptAnew();
    }

    private CompiledClasses keptClasses() {
        return kept.find(RULES).orElseThrow();
    }

    /** As anybody with write access to the folder could: with the right name and hash. */
    private void forge(CompiledClasses classes) throws IOException {
        String name = file(".classes").getFileName().toString().replace(".classes", "");
        new CachedFiles(folder, ".classes", 64).write(name, classes.encode());
    }

    @Test
    void oneFileCannotStandInForAnother() throws Exception {
        Path of = file(".classes");
        byte[] bytes = Files.readAllBytes(of);
        Files.delete(of);
        List<RuleFile> others =
                List.of(TestRules.file("test/test.drl", "package test\nrule \"other\" when Integer() then end\n"));
        compile(kept, others);
        Files.write(file(".classes"), bytes);

        assertThat(compile(kept, others)).isEqualTo("compiled [other, other, other] []");
        assertThat(unusable()).isEqualTo(1);
    }

    @Test
    void anotherEngineVersionOrServiceBuildCompilesForItself() throws RulesetRefusedException {
        assertThat(compile(keptBy(RulesetCache.maker("a build", "10.2.1")), RULES))
                .startsWith("compiled ");
        assertThat(compile(keptBy(RulesetCache.maker("another build", "10.2.0")), RULES))
                .startsWith("compiled ");
        assertThat(unusable()).isZero();
    }

    @Test
    void rulesOfAnotherTextOrPathAreCompiled() throws RulesetRefusedException {
        String text = RULES.get(0).text();
        assertThat(compile(kept, List.of(TestRules.file("test/other.drl", text))))
                .startsWith("compiled ");
        // The hash that it claims to have does not matter.
        RuleFile edited = new RuleFile(
                "test/test.drl", text.replace("> 10", "> 12"), RULES.get(0).sha256());
        assertThat(compile(kept, List.of(edited))).isEqualTo("compiled [double, double] []");
    }

    @Test
    void rulesThatOnlyAnswerAQuestionAreReadAndNotKept() throws Exception {
        assertThat(compile(kept.forReading(), RULES)).startsWith("kept ");
        Files.delete(file(".classes"));
        assertThat(compile(kept.forReading(), RULES)).startsWith("compiled ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsDoneWithout() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "").resolve("compiled");
        RulesetCache nowhere = new RulesetCache(noFolder, THIS_BUILD, new CacheMetrics(meters)::unusable);
        assertThat(compile(nowhere, RULES)).isEqualTo("compiled [double, double, large] [large: 12]");
        assertThat(compile(nowhere, RULES)).isEqualTo("compiled [double, double, large] [large: 12]");
        assertThat(unusable()).isZero();
    }
}
