package dev.shipgate.policy.cache;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.drools.CompiledClasses;
import dev.shipgate.policy.drools.DroolsVersion;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules on disk, which rulesets were looked through for slips and which passed their admission checks, so that
 * a restart does none of it again. The files that an earlier start cached come first, then those that came with the
 * program. All of it may be deleted at any time. Thread-safe.
 */
@ApplicationScoped
public class RulesetCache implements CompilationCache {

    /** To be changed with the format of the files that are written. */
    private static final int FORMAT = 2;

    /** In which something is looked for; the first is written. Empty when nothing can be cached. */
    private final List<CacheFolder> folders;

    @Inject
    RulesetCache(RulesConfig config, CacheMetrics metrics) {
        this(besideProgram(config.compiledDir().toAbsolutePath().normalize(), metrics::unusable));
    }

    /** @param unusableFound runs for each file that is there and cannot be used */
    public RulesetCache(Path folder, @Nullable String maker, Runnable unusableFound) {
        this(maker == null ? List.of() : List.of(CacheFolder.of(folder, maker, unusableFound)));
    }

    RulesetCache(List<CacheFolder> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Those in a folder and those that came with the program, for a program that counts nothing. */
    public static RulesetCache in(Path folder) {
        return new RulesetCache(besideProgram(folder, () -> {}));
    }

    /** A folder that goes with the program, for every Java that can run the classes that this one compiles. */
    public static RulesetCache toPackage(Path folder) {
        return new RulesetCache(
                BuildIdentity.current()
                        .map(build -> CacheFolder.of(
                                folder, packager(build, Runtime.version().feature()), () -> {}))
                        .stream()
                        .toList());
    }

    private static List<CacheFolder> besideProgram(Path folder, Runnable unusableFound) {
        return BuildIdentity.current().stream()
                .flatMap(build -> Stream.concat(
                        Stream.of(CacheFolder.of(folder, maker(build, DroolsVersion.current()), unusableFound)),
                        PackagedRules.found().stream()
                                .map(came -> CacheFolder.forReading(
                                        came.folder(), packager(build, came.java()), unusableFound))))
                .toList();
    }

    /** Another build of the service, engine or Java compiles and tests for itself. */
    static String maker(String build, String drools) {
        return maker(build, drools, Runtime.version().toString());
    }

    /** Packaged rules are compiled once for all updates of one Java, as the classes of the service are. */
    private static String packager(String build, int java) {
        return maker(build, DroolsVersion.current(), Integer.toString(java));
    }

    private static String maker(String build, String drools, String java) {
        return "format " + FORMAT + "\nbuild " + build + "\ndrools " + drools + "\njava " + java + "\n";
    }

    /** The cached entries, for rules that only answer a question, and must not put anything in their place. */
    public CompilationCache forReading() {
        return new CompilationCache() {
            @Override
            public Optional<CompiledClasses> find(List<RuleFile> drl) {
                return RulesetCache.this.find(drl);
            }

            @Override
            public void unusable(List<RuleFile> drl, Throwable reason) {
                RulesetCache.this.unusable(drl, reason);
            }

            @Override
            public Optional<List<Diagnostic>> slips(List<RuleFile> drl) {
                return RulesetCache.this.slips(drl);
            }
        };
    }

    @Override
    public Optional<CompiledClasses> find(List<RuleFile> drl) {
        return first(folder -> folder.classes(drl));
    }

    @Override
    public void unusable(List<RuleFile> drl, Throwable reason) {
        folders.stream()
                .filter(folder -> folder.hasClasses(drl))
                .findFirst()
                .ifPresent(folder -> folder.unusable(drl, reason));
    }

    @Override
    public void put(List<RuleFile> drl, CompiledClasses classes) {
        written().ifPresent(folder -> folder.putClasses(drl, classes));
    }

    @Override
    public Optional<List<Diagnostic>> slips(List<RuleFile> drl) {
        return first(folder -> folder.slips(drl));
    }

    @Override
    public void putSlips(List<RuleFile> drl, List<Diagnostic> warnings) {
        written().ifPresent(folder -> folder.putSlips(drl, warnings));
    }

    /**
     * The warnings with which a ruleset passed its admission checks under these limits; empty when it is not known to
     * have passed.
     */
    public Optional<List<Diagnostic>> passed(Ruleset ruleset, EvaluationConfig limits) {
        return first(folder -> folder.passed(ruleset.files(), limits));
    }

    /** Remembers that a ruleset passed its admission checks under these limits. */
    public void putPassed(Ruleset ruleset, EvaluationConfig limits, List<Diagnostic> warnings) {
        written().ifPresent(folder -> folder.putPassed(ruleset.files(), limits, warnings));
    }

    private Optional<CacheFolder> written() {
        return folders.stream().findFirst();
    }

    private <T> Optional<T> first(Function<CacheFolder, Optional<T>> found) {
        return folders.stream().map(found).flatMap(Optional::stream).findFirst();
    }
}
