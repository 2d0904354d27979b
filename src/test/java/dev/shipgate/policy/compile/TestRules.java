package dev.shipgate.policy.compile;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.session.CompiledRules;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.FolderOrigins;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Rules of one folder, compiled and run without the service: for tests of single rules. As a static
 * {@code @RegisterExtension} they are let go of after the last test of a class.
 */
public final class TestRules implements AutoCloseable, AfterAllCallback {

    private static final Path RULES = Path.of("rules");

    /** Limits of an evaluation that a test can choose. */
    public record Limits(int maxFirings, Duration maxDuration, MemorySize maxMemory) implements EvaluationConfig {

        public Limits(int maxFirings, Duration maxDuration) {
            this(maxFirings, maxDuration, mebibytes(64));
        }

        public static MemorySize mebibytes(long mebibytes) {
            return new MemorySize(BigInteger.valueOf(mebibytes << 20));
        }
    }

    /** Without the settings of the service the engine traces each fact, and reads all of it for that. */
    private static final Logger ENGINE = Logger.getLogger("org.drools");

    static {
        ENGINE.setLevel(Level.INFO);
    }

    private static final Limits LIMITS = new Limits(100_000, Duration.ofSeconds(10));

    private final CompiledRules rules;
    private final Limits limits;

    private TestRules(CompiledRules rules, Limits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    /** The rules that Shipgate ships in one folder. */
    public static TestRules shipped(String folder) {
        return shippedWith(folder, Map.of());
    }

    /** The shipped rules of one folder, with files (path below the rules folder to text) added or replaced. */
    public static TestRules shippedWith(String folder, Map<String, String> files) {
        try {
            List<RuleFile> all =
                    new ArrayList<>(new RulesDirectory(RULES).read().drl(folder));
            all.removeIf(file -> files.containsKey(file.path()));
            files.forEach((path, text) -> all.add(file(path, text)));
            return compile(all, LIMITS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The shipped rules of all folders, with files (path below the rules folder to text) added; to be closed. */
    public static RulesetLease leaseOfShippedWith(Map<String, String> files) {
        try {
            RulesetFiles shipped = new RulesDirectory(RULES).read();
            List<RuleFile> all = new ArrayList<>();
            Map<String, CompiledRules> byFolder = new LinkedHashMap<>();
            for (String folder : List.of("load-gate", "retry-storm", "capacity", "readiness")) {
                List<RuleFile> ofFolder = new ArrayList<>(shipped.drl(folder));
                files.forEach((path, text) -> {
                    if (path.startsWith(folder + "/")) {
                        ofFolder.add(file(path, text));
                    }
                });
                byFolder.put(
                        folder,
                        compile(
                                        ofFolder.stream()
                                                .filter(file -> file.path().endsWith(".drl"))
                                                .toList(),
                                        LIMITS)
                                .rules);
                all.addAll(ofFolder);
            }
            return new RulesetLease(
                    new Ruleset(RulesetFiles.of(all), byFolder, new FolderOrigins(0, 0, 0), List.of()), LIMITS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Rules of a test's own, with limits of its own. */
    public static TestRules of(String drl, Limits limits) {
        return compile(List.of(file("test/test.drl", drl)), limits);
    }

    /** A ruleset of no rules, for tests that need no more than its text and version. */
    public static RulesetLease leaseOfNone() {
        RulesetFiles none = RulesetFiles.of(List.of());
        return new RulesetLease(
                new Ruleset(none, Map.of(), new FolderOrigins(0, 0, 0), List.of()),
                new Limits(1, Duration.ofSeconds(1)));
    }

    private static TestRules compile(List<RuleFile> files, Limits limits) {
        try {
            CompiledRules rules = FolderCompiler.compile(files);
            rules.requireEvidenceKept();
            return new TestRules(rules, limits);
        } catch (RulesetRefusedException e) {
            throw new AssertionError(e.diagnostics().toString(), e);
        }
    }

    public static RuleFile file(String path, String text) {
        return RuleFile.of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The version of the rules in a folder. */
    public static String versionOf(Path folder) {
        try {
            return new RulesDirectory(folder).read().version();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public RuleRun evaluate(Object... facts) {
        return evaluate(List.of(facts));
    }

    public RuleRun evaluate(List<?> facts) {
        return rules.evaluate(facts, limits);
    }

    /** The names of the rules that fire on these facts, in order. */
    public List<String> fired(Object... facts) {
        return evaluate(facts).firings().stream()
                .map(firing -> firing.rule().rule())
                .toList();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        rules.references().release();
    }
}
