package dev.shipgate.policy.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shipgate.hash.Sha256;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.drools.CompiledClasses;
import dev.shipgate.policy.drools.DroolsVersion;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules on disk, which rulesets were looked through for slips and which passed their trials, so that a restart
 * does none of it again. All of it may be deleted at any time. Thread-safe.
 */
@ApplicationScoped
public class RulesetCache implements FolderCache {

    private static final Logger LOG = Logger.getLogger(RulesetCache.class);

    /** To be changed with what is written. */
    private static final int FORMAT = 2;

    /** Each takes some hundred kilobytes, and a ruleset has four. */
    private static final int MAX_FOLDERS = 64;

    private static final int MAX_RULESETS = 256;

    private final CachedFiles folders;
    private final CachedFiles slips;
    private final CachedFiles passed;
    private final Runnable unusableFound;

    /** What makes something of rules; null when that cannot be told, and nothing is kept. */
    private final @Nullable String maker;

    @Inject
    RulesetCache(RulesConfig config, CacheMetrics metrics) {
        this(config.compiledDir().toAbsolutePath().normalize(), currentMaker(), metrics::unusable);
    }

    /** Those in a folder, for a program that counts nothing. */
    public static RulesetCache in(Path folder) {
        return new RulesetCache(folder, currentMaker(), () -> {});
    }

    private static @Nullable String currentMaker() {
        return BuildIdentity.current()
                .map(build -> maker(build, DroolsVersion.current()))
                .orElse(null);
    }

    /** @param unusableFound runs for each file that is there and cannot be used */
    public RulesetCache(Path folder, @Nullable String maker, Runnable unusableFound) {
        this.folders = new CachedFiles(folder, ".classes", MAX_FOLDERS);
        this.slips = new CachedFiles(folder, ".slips", MAX_RULESETS);
        this.passed = new CachedFiles(folder, ".passed", MAX_RULESETS);
        this.maker = maker;
        this.unusableFound = unusableFound;
    }

    /** Another build of the service, engine or Java compiles and tests for itself. */
    static String maker(String build, String drools) {
        return "format " + FORMAT + "\nbuild " + build + "\ndrools " + drools + "\njava " + Runtime.version() + "\n";
    }

    /** What was kept, for rules that only answer a question, and must not put anything in its place. */
    public FolderCache forReading() {
        return new FolderCache() {
            @Override
            public Optional<CompiledClasses> find(List<RuleFile> drl) {
                return RulesetCache.this.find(drl);
            }

            @Override
            public void unusable(List<RuleFile> drl, Throwable reason) {
                RulesetCache.this.unusable(drl, reason);
            }

            @Override
            public void keep(List<RuleFile> drl, CompiledClasses classes) {}

            @Override
            public Optional<List<Diagnostic>> slips(List<RuleFile> drl) {
                return RulesetCache.this.slips(drl);
            }

            @Override
            public void keepSlips(List<RuleFile> drl, List<Diagnostic> warnings) {}
        };
    }

    @Override
    public Optional<CompiledClasses> find(List<RuleFile> drl) {
        if (maker == null) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> bytes = folders.read(name(maker, drl));
            return bytes.isEmpty() ? Optional.empty() : Optional.of(CompiledClasses.decode(bytes.get()));
        } catch (IOException e) {
            unusable(drl, e);
            return Optional.empty();
        }
    }

    @Override
    public void unusable(List<RuleFile> drl, Throwable reason) {
        if (maker != null) {
            unusable(folders, name(maker, drl), reason);
        }
    }

    private void unusable(CachedFiles files, String name, Throwable reason) {
        unusableFound.run();
        files.remove(name);
        LOG.warnf("%s cannot be used, so these rules are compiled or checked again: %s", files.file(name), reason);
    }

    @Override
    public void keep(List<RuleFile> drl, CompiledClasses classes) {
        if (maker != null) {
            folders.write(name(maker, drl), classes.encode());
        }
    }

    @Override
    public Optional<List<Diagnostic>> slips(List<RuleFile> drl) {
        return maker == null ? Optional.empty() : warnings(slips, name(maker, drl));
    }

    @Override
    public void keepSlips(List<RuleFile> drl, List<Diagnostic> warnings) {
        if (maker != null) {
            slips.write(name(maker, drl), CachedWarnings.encode(warnings));
        }
    }

    /** With what warnings a ruleset passed its trials under these limits; empty when it is not known to have. */
    public Optional<List<Diagnostic>> passed(Ruleset ruleset, EvaluationConfig limits) {
        return maker == null ? Optional.empty() : warnings(passed, name(maker, ruleset.files(), limits));
    }

    /** Remembers that a ruleset passed its trials under these limits. */
    public void keepPassed(Ruleset ruleset, EvaluationConfig limits, List<Diagnostic> warnings) {
        if (maker != null) {
            passed.write(name(maker, ruleset.files(), limits), CachedWarnings.encode(warnings));
        }
    }

    private Optional<List<Diagnostic>> warnings(CachedFiles files, String name) {
        try {
            Optional<byte[]> json = files.read(name);
            return json.isEmpty() ? Optional.empty() : Optional.of(CachedWarnings.decode(json.get()));
        } catch (IOException e) {
            unusable(files, name, e);
            return Optional.empty();
        }
    }

    /** Hashes the texts that are compiled, and not the hashes that came with them. */
    private static String name(String maker, List<RuleFile> files) {
        StringBuilder all = new StringBuilder(maker);
        files.forEach(file -> all.append(Sha256.hex(file.text().getBytes(UTF_8)))
                .append("  ")
                .append(file.path())
                .append('\n'));
        return Sha256.hex(all.toString().getBytes(UTF_8));
    }

    private static String name(String maker, List<RuleFile> files, EvaluationConfig limits) {
        return name(
                maker + "firings " + limits.maxFirings() + "\nduration " + limits.maxDuration() + "\nmemory "
                        + limits.maxMemory().asLongValue() + "\n",
                files);
    }
}
