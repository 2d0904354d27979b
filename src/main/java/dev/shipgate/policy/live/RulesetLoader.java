package dev.shipgate.policy.live;

import dev.shipgate.policy.Causes;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.admission.AdmissionCheck;
import dev.shipgate.policy.admission.AdmissionChecks;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.live.ActiveRuleset.Activation;
import dev.shipgate.policy.live.RulesetAttempt.AttemptOutcome;
import dev.shipgate.policy.live.RulesetLog.UnavailableException;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a new text of the rules active, or refuses it and says why. For one thread at a time. */
@ApplicationScoped
public class RulesetLoader {

    private static final Logger LOG = Logger.getLogger(RulesetLoader.class);

    private final RulesetCompiler compiler;
    private final ActiveRuleset active;
    private final PolicyMetrics metrics;
    private final RulesetLog log;
    private final AdmissionChecks checks;
    private final Path directory;

    RulesetLoader(
            RulesetCompiler compiler,
            ActiveRuleset active,
            PolicyMetrics metrics,
            RulesetLog log,
            @All List<AdmissionCheck> checks,
            RulesetCache cache,
            EvaluationConfig limits,
            RulesConfig config) {
        this.compiler = compiler;
        this.log = log;
        this.checks = new AdmissionChecks(checks, cache, limits);
        this.active = active;
        this.metrics = metrics;
        this.directory = config.dir().toAbsolutePath().normalize();
    }

    /** Tells that an edit of the folder is being tried; null for one that cannot be read. */
    void begin(@Nullable String version) {
        active.begin(version);
    }

    /** Tells that the edit which was being tried is gone. */
    void withdraw() {
        active.withdraw();
    }

    /** Compiles a text of the rules beside the one that decides. Nothing changes until it takes effect. */
    PreparedRules prepare(RulesetFiles files) {
        Optional<Activation> current = active.state().active();
        Ruleset previous = current.map(Activation::ruleset).orElse(null);
        if (previous != null && previous.version().equals(files.version())) {
            return new PreparedRules.Unchanged(current.orElseThrow());
        }
        long startNanos = System.nanoTime();
        try {
            return admitted(compiler.compile(files, previous), startNanos);
        } catch (RulesetRefusedException e) {
            return new PreparedRules.Refused(files.version(), e);
        } catch (RuntimeException | Error e) {
            LOG.error("The rules could not be tried", e);
            return new PreparedRules.Refused(
                    files.version(),
                    Diagnostic.error(null, "trial-failed", "The rules could not be tried: " + Causes.words(e)));
        }
    }

    /** Disposes of a ruleset that fails any admission check. */
    private PreparedRules admitted(Ruleset ruleset, long startNanos) throws RulesetRefusedException {
        boolean passed = false;
        try {
            AdmissionChecks.Passed admission = checks.pass(ruleset);
            PreparedRules compiled = new PreparedRules.Compiled(
                    ruleset,
                    Duration.ofNanos(System.nanoTime() - startNanos),
                    admission.before(),
                    admission.warnings());
            passed = true;
            return compiled;
        } finally {
            if (!passed) {
                ruleset.references().release();
            }
        }
    }

    /**
     * Makes prepared rules decide, or tells everyone why they do not.
     *
     * @throws UnavailableException when it could not be recorded that they decide, so that they do not; they may
     *     be tried again
     */
    void takeEffect(PreparedRules prepared, RulesetEdit edit) throws UnavailableException {
        if (prepared instanceof PreparedRules.Compiled compiled) {
            activate(compiled, edit);
        } else if (prepared instanceof PreparedRules.Unchanged unchanged) {
            confirm(unchanged.current(), edit);
        } else if (prepared instanceof PreparedRules.Refused refused) {
            refuse(refused, edit);
        }
    }

    /** Lets go of rules that did not take effect, whatever went wrong, and whenever. */
    void discardUnlessActive(PreparedRules prepared) {
        if (prepared instanceof PreparedRules.Compiled compiled
                && active.ruleset().filter(compiled.ruleset()::equals).isEmpty()) {
            prepared.discard();
        }
    }

    private void activate(PreparedRules.Compiled compiled, RulesetEdit edit) throws UnavailableException {
        Ruleset ruleset = compiled.ruleset();
        String previous = active.ruleset().map(Ruleset::version).orElse(null);
        RulesetLog.Activated recorded = log.activated(ruleset.text(), previous, edit);
        Activation next = activation(ruleset, recorded, compiled.warnings());
        active.activate(next, activated(next));
        metrics.activated(ruleset);
        LOG.infof(
                "Loaded %d rules from %d files (%s, by %s) in %d ms (folders compiled: %d, kept from before: %d, "
                        + "unchanged: %d; tests %s); %s decides now",
                ruleset.rules().size(),
                ruleset.files().size(),
                edit.source().lowerCase(),
                edit.by(),
                compiled.buildTime().toMillis(),
                ruleset.origins().compiled(),
                ruleset.origins().cached(),
                ruleset.origins().unchanged(),
                compiled.passedBefore() ? "passed before" : "run",
                ruleset.version());
        warn(compiled.warnings());
    }

    /** The rules that decide were asked for again. */
    private void confirm(Activation current, RulesetEdit edit) throws UnavailableException {
        Ruleset ruleset = current.ruleset();
        if (edit.isOfFiles()) {
            active.note(activated(current));
        } else {
            RulesetLog.Activated recorded = log.activated(ruleset.text(), ruleset.version(), edit);
            active.confirm(activation(ruleset, recorded, current.warnings()), activated(current));
        }
        LOG.infof(
                "The rules (%s, by %s) are again those that decide: %s",
                edit.source().lowerCase(), edit.by(), ruleset.version());
        warn(current.warnings());
    }

    /** They decide, and may do something else than their author thinks. */
    private static void warn(List<Diagnostic> warnings) {
        if (!warnings.isEmpty()) {
            LOG.warnf("What of these rules may be a mistake:\n%s", lines(warnings));
        }
    }

    private static String lines(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::words).collect(Collectors.joining("\n"));
    }

    private static Activation activation(Ruleset ruleset, RulesetLog.Activated recorded, List<Diagnostic> warnings) {
        return new Activation(ruleset, recorded.at(), recorded.by(), recorded.commit(), warnings);
    }

    private static RulesetAttempt activated(Activation activation) {
        return new RulesetAttempt(
                activation.ruleset().version(), Instant.now(), AttemptOutcome.ACTIVATED, activation.warnings());
    }

    private void refuse(PreparedRules.Refused refused, RulesetEdit edit) {
        List<Diagnostic> diagnostics = refused.refusal().diagnostics();
        log.refused(refused.version(), diagnostics, edit);
        if (!edit.isOfFiles()) {
            LOG.infof(
                    "Refused rules (%s, by %s), as their sender is told",
                    edit.source().lowerCase(), edit.by());
            return;
        }
        metrics.refused();
        active.note(new RulesetAttempt(refused.version(), Instant.now(), AttemptOutcome.REFUSED, diagnostics));
        LOG.errorf(
                "Refused the rules in %s; %s\n%s",
                directory,
                active.ruleset()
                        .map(current -> current.version() + " goes on deciding")
                        .orElse("no ruleset is active, so nothing is decided"),
                lines(diagnostics));
    }
}
