package dev.shipgate.policy.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import dev.shipgate.policy.session.CompiledRules;
import dev.shipgate.policy.session.FolderOrigins;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.testing.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that were compiled when the program was packaged. */
@BesideOthers
class PackagedRulesTest {

    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(10));
    private static final String PACKAGER = "the packager";

    private static final List<RuleFile> RULES = rules("> 10");

    @TempDir
    Path folder;

    private int unusable;

    private static List<RuleFile> rules(String condition) {
        return List.of(TestRules.file("test/test.drl", """
                package test
                rule "large" when Integer(this %s) then insert("large"); end
                """.formatted(condition)));
    }

    private Path own() {
        return folder.resolve("own");
    }

    private Path packaged() {
        return folder.resolve("packaged");
    }

    private CacheFolder ownFolder() {
        return CacheFolder.of(own(), "this start", () -> unusable++);
    }

    /** A start beside the packaged rules. */
    private RulesetCache start() {
        return new RulesetCache(List.of(ownFolder(), CacheFolder.forReading(packaged(), PACKAGER, () -> unusable++)));
    }

    private void compileForThePackage() throws RulesetRefusedException {
        compile(new RulesetCache(packaged(), PACKAGER, () -> {}), RULES);
    }

    private static String compile(CompilationCache kept, List<RuleFile> drl) throws RulesetRefusedException {
        CompiledRules rules = FolderCompiler.compile(drl, kept);
        try {
            RuleRun run = rules.evaluate(List.of(9, 12), LIMITS);
            return (rules.wereCached() ? "kept " : "compiled ") + run.facts(String.class);
        } finally {
            rules.references().release();
        }
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void aFirstStartFindsWhatWasPackagedAndCopiesNothing() throws Exception {
        compileForThePackage();
        assertThat(compile(start(), RULES)).isEqualTo("kept [large]");
        assertThat(own()).doesNotExist();
        assertThat(unusable).isZero();
    }

    @Test
    void anEditIsCompiledAndKeptOutsideThePackage() throws Exception {
        compileForThePackage();
        assertThat(compile(start(), rules("> 20"))).isEqualTo("compiled []");
        assertThat(compile(start(), rules("> 20"))).isEqualTo("kept []");
        assertThat(onlyFile(own()).toString()).endsWith(".classes");
        assertThat(onlyFile(packaged()).toString()).endsWith(".classes");
    }

    @Test
    void aDamagedPackageIsLeftAsItIsAndItsRulesAreCompiled() throws Exception {
        compileForThePackage();
        Path damaged = Files.write(onlyFile(packaged()), new byte[] {1});
        assertThat(compile(start(), RULES)).isEqualTo("compiled [large]");
        assertThat(unusable).isEqualTo(1);
        assertThat(damaged).hasBinaryContent(new byte[] {1});
        assertThat(compile(start(), RULES)).isEqualTo("kept [large]");
        assertThat(unusable).isEqualTo(1);
    }

    @Test
    void packagedRulesPassTheSameInspectionAsCompiledOnes() throws Exception {
        compileForThePackage();
        CacheFolder forged = CacheFolder.of(packaged(), PACKAGER, () -> {});
        Path trace = folder.resolve("trace");
        forged.putClasses(
                RULES, ForgedClasses.writing(trace, true, forged.classes(RULES).orElseThrow()));
        assertThat(compile(start(), RULES)).isEqualTo("compiled [large]");
        assertThat(unusable).isEqualTo(1);
        assertThat(trace).doesNotExist();
    }

    @Test
    void whatPassedItsTestsInThePackageNeedNotBeTestedAgain() throws Exception {
        Ruleset ruleset = new Ruleset(RulesetFiles.of(RULES), Map.of(), new FolderOrigins(0, 0, 0), List.of());
        assertThat(start().passed(ruleset, LIMITS)).isEmpty();
        new RulesetCache(packaged(), PACKAGER, () -> {}).putPassed(ruleset, LIMITS, List.of());
        assertThat(start().passed(ruleset, LIMITS)).contains(List.of());
    }

    @Test
    void javaTakesWhatTheNewestJavaCompiledThatIsNotNewer() throws Exception {
        assertThat(PackagedRules.found(folder, 25)).isEmpty();
        for (String name : List.of("17", "21", "25", "30", "notes")) {
            Files.createDirectories(folder.resolve("compiled").resolve(name));
        }
        assertThat(PackagedRules.found(folder, 16)).isEmpty();
        assertThat(PackagedRules.found(folder, 24))
                .contains(new PackagedRules.Found(21, folder.resolve("compiled/21")));
        assertThat(PackagedRules.found(folder, 25))
                .contains(new PackagedRules.Found(25, folder.resolve("compiled/25")));
    }

    @Test
    void everybodyMayReadWhatIsPackaged() throws Exception {
        compileForThePackage();
        PackagedRules.letAllRead(packaged());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(packaged())))
                .isEqualTo("rwxr-xr-x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile(packaged()))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void aProgramThatRunsFromItsClassesHasNoFolderToWrite() {
        assertThatThrownBy(PackagedRules::folderToWrite)
                .isInstanceOf(IOException.class)
                .hasMessage("This program is in no folder of its own");
    }
}
