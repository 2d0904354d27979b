package dev.shipgate.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.hash.Sha256;
import dev.shipgate.policy.kept.BuildIdentity;
import dev.shipgate.policy.kept.KeptClasses;
import dev.shipgate.policy.kept.KeptFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules on disk, and which rulesets passed their trials, so that a restart neither compiles nor tests them
 * again. All of it may be deleted at any time. Thread-safe.
 */
@ApplicationScoped
public class KeptRulesets implements KeptRules {

    private static final Logger LOG = Logger.getLogger(KeptRulesets.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** To be changed with what is written. */
    private static final int FORMAT = 2;

    /** Each takes some hundred kilobytes, and a ruleset has four. */
    private static final int MAX_FOLDERS = 64;

    private static final int MAX_PASSED = 256;

    private final KeptFiles folders;
    private final KeptFiles passed;
    private final Runnable unusableFound;

    /** What makes something of rules; null when that cannot be told, and nothing is kept. */
    private final @Nullable String maker;

    @Inject
    KeptRulesets(RulesConfig config, PolicyMetrics metrics) {
        this(config.compiledDir().toAbsolutePath().normalize(), currentMaker(), metrics::keptUnusable);
    }

    /** Those in a folder, for a program that counts nothing. */
    static KeptRulesets in(Path folder) {
        return new KeptRulesets(folder, currentMaker(), () -> {});
    }

    private static @Nullable String currentMaker() {
        return BuildIdentity.current()
                .map(build -> maker(build, DroolsVersion.current()))
                .orElse(null);
    }

    /** @param unusableFound runs for each file that is there and cannot be used */
    KeptRulesets(Path folder, @Nullable String maker, Runnable unusableFound) {
        this.folders = new KeptFiles(folder, ".classes", MAX_FOLDERS);
        this.passed = new KeptFiles(folder, ".passed", MAX_PASSED);
        this.maker = maker;
        this.unusableFound = unusableFound;
    }

    /** Another build of the service, engine or Java compiles and tests for itself. */
    static String maker(String build, String drools) {
        return "format " + FORMAT + "\nbuild " + build + "\ndrools " + drools + "\njava " + Runtime.version() + "\n";
    }

    /** What was kept, for who must not put anything in its place: rules that only answer a question. */
    KeptRules forReading() {
        return new KeptRules() {
            @Override
            public Optional<KeptClasses> find(List<RuleFile> drl) {
                return KeptRulesets.this.find(drl);
            }

            @Override
            public void unusable(List<RuleFile> drl, Throwable reason) {
                KeptRulesets.this.unusable(drl, reason);
            }

            @Override
            public void keep(List<RuleFile> drl, KeptClasses classes) {}
        };
    }

    @Override
    public Optional<KeptClasses> find(List<RuleFile> drl) {
        if (maker == null) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> bytes = folders.read(name(maker, drl));
            return bytes.isEmpty() ? Optional.empty() : Optional.of(KeptClasses.decode(bytes.get()));
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

    private void unusable(KeptFiles files, String name, Throwable reason) {
        unusableFound.run();
        files.remove(name);
        LOG.warnf("%s cannot be used, so these rules are compiled or tested again: %s", files.file(name), reason);
    }

    @Override
    public void keep(List<RuleFile> drl, KeptClasses classes) {
        if (maker != null) {
            folders.write(name(maker, drl), classes.encode());
        }
    }

    /** With what warnings a ruleset passed its trials under these limits; empty when it is not known to have. */
    Optional<List<Diagnostic>> passed(Ruleset ruleset, EvaluationConfig limits) {
        if (maker == null) {
            return Optional.empty();
        }
        String name = name(maker, ruleset.files(), limits);
        try {
            Optional<byte[]> json = passed.read(name);
            return json.isEmpty() ? Optional.empty() : Optional.of(warnings(json.get()));
        } catch (IOException | RuntimeException e) {
            unusable(passed, name, e);
            return Optional.empty();
        }
    }

    private static List<Diagnostic> warnings(byte[] json) throws IOException {
        List<Diagnostic> warnings = List.of(JSON.readValue(json, Diagnostic[].class));
        for (Diagnostic warning : warnings) {
            if (warning.isError()) {
                throw new IOException("It has an error in it");
            }
        }
        return warnings;
    }

    /** Remembers that a ruleset passed its trials under these limits. */
    void keepPassed(Ruleset ruleset, EvaluationConfig limits, List<Diagnostic> warnings) {
        if (maker != null) {
            passed.write(name(maker, ruleset.files(), limits), json(warnings));
        }
    }

    private static byte[] json(List<Diagnostic> warnings) {
        try {
            return JSON.writeValueAsBytes(warnings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
