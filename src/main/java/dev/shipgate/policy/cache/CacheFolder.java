package dev.shipgate.policy.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shipgate.hash.Sha256;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.drools.CompiledClasses;
import dev.shipgate.policy.session.EvaluationConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The folder of rules that one maker compiled, looked through for slips and tested. Thread-safe. */
final class CacheFolder {

    private static final Logger LOG = Logger.getLogger(CacheFolder.class);

    private static final String CLASSES = ".classes";
    private static final String SLIPS = ".slips";
    private static final String PASSED = ".passed";

    /** Each takes some hundred kilobytes, and a ruleset has four. */
    private static final int MAX_COMPILED_FOLDERS = 64;

    private static final int MAX_RULESETS = 256;

    private final String maker;
    private final CachedFiles classes;
    private final CachedFiles slips;
    private final CachedFiles passed;
    private final Runnable unusableFound;

    private CacheFolder(
            String maker, CachedFiles classes, CachedFiles slips, CachedFiles passed, Runnable unusableFound) {
        this.maker = maker;
        this.classes = classes;
        this.slips = slips;
        this.passed = passed;
        this.unusableFound = unusableFound;
    }

    /**
     * A folder that this process reads and writes.
     *
     * @param maker the build, engine and Java that make something of rules: a file that another maker left is not found
     * @param unusableFound runs for each file that is there and cannot be used
     */
    static CacheFolder of(Path folder, String maker, Runnable unusableFound) {
        return new CacheFolder(
                maker,
                new CachedFiles(folder, CLASSES, MAX_COMPILED_FOLDERS),
                new CachedFiles(folder, SLIPS, MAX_RULESETS),
                new CachedFiles(folder, PASSED, MAX_RULESETS),
                unusableFound);
    }

    /** A folder that came with the program: nothing in it is changed. */
    static CacheFolder forReading(Path folder, String maker, Runnable unusableFound) {
        return new CacheFolder(
                maker,
                CachedFiles.forReading(folder, CLASSES),
                CachedFiles.forReading(folder, SLIPS),
                CachedFiles.forReading(folder, PASSED),
                unusableFound);
    }

    Optional<CompiledClasses> classes(List<RuleFile> drl) {
        return read(classes, name(maker, drl), CompiledClasses::decode);
    }

    void putClasses(List<RuleFile> drl, CompiledClasses compiled) {
        classes.write(name(maker, drl), compiled.encode());
    }

    boolean hasClasses(List<RuleFile> drl) {
        return classes.has(name(maker, drl));
    }

    /** The classes that were found cannot become rules. */
    void unusable(List<RuleFile> drl, Throwable reason) {
        unusable(classes, name(maker, drl), reason);
    }

    Optional<List<Diagnostic>> slips(List<RuleFile> drl) {
        return read(slips, name(maker, drl), CachedWarnings::decode);
    }

    void putSlips(List<RuleFile> drl, List<Diagnostic> warnings) {
        slips.write(name(maker, drl), CachedWarnings.encode(warnings));
    }

    Optional<List<Diagnostic>> passed(List<RuleFile> files, EvaluationConfig limits) {
        return read(passed, name(tester(limits), files), CachedWarnings::decode);
    }

    void putPassed(List<RuleFile> files, EvaluationConfig limits, List<Diagnostic> warnings) {
        passed.write(name(tester(limits), files), CachedWarnings.encode(warnings));
    }

    /** Java runs the tests also where an older Java compiled the rules, and writes some numbers in another way. */
    private String tester(EvaluationConfig limits) {
        return maker + "tests run on java " + Runtime.version().feature() + "\nfirings " + limits.maxFirings()
                + "\nduration " + limits.maxDuration() + "\nmemory "
                + limits.maxMemory().asLongValue() + "\n";
    }

    private interface Decoder<T> {
        T decode(byte[] content) throws IOException;
    }

    private <T> Optional<T> read(CachedFiles files, String name, Decoder<T> decoder) {
        try {
            Optional<byte[]> content = files.read(name);
            return content.isEmpty() ? Optional.empty() : Optional.of(decoder.decode(content.get()));
        } catch (IOException e) {
            unusable(files, name, e);
            return Optional.empty();
        }
    }

    private void unusable(CachedFiles files, String name, Throwable reason) {
        unusableFound.run();
        files.remove(name);
        LOG.warnf("%s cannot be used, so these rules are compiled or checked again: %s", files.file(name), reason);
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
}
