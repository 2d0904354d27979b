package dev.shipgate.policy;

import dev.shipgate.policy.ActiveRuleset.Activation;
import dev.shipgate.policy.RulesetAttempt.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a new text of the rules active, or refuses it and says why. One text at a time. */
@ApplicationScoped
public class RulesetLoader {

    private static final Logger LOG = Logger.getLogger(RulesetLoader.class);

    private final RulesetCompiler compiler;
    private final ActiveRuleset active;
    private final PolicyMetrics metrics;
    private final Path directory;

    RulesetLoader(RulesetCompiler compiler, ActiveRuleset active, PolicyMetrics metrics, RulesConfig config) {
        this.compiler = compiler;
        this.active = active;
        this.metrics = metrics;
        this.directory = config.dir().toAbsolutePath().normalize();
    }

    synchronized void load(RulesetFiles files) {
        Ruleset previous = active.active().map(Activation::ruleset).orElse(null);
        if (previous != null && previous.version().equals(files.version())) {
            active.note(activated(files));
            LOG.infof("The rules in %s are again those that decide: %s", directory, files.version());
            return;
        }
        long startNanos = System.nanoTime();
        try {
            Ruleset ruleset = compiler.compile(files, previous);
            active.activate(ruleset, activated(files));
            metrics.activated(ruleset);
            LOG.infof(
                    "Loaded %d rules from %d files in %s in %d ms; %s decides now",
                    ruleset.rules().size(),
                    files.drl().size(),
                    directory,
                    (System.nanoTime() - startNanos) / 1_000_000,
                    files.version());
        } catch (RulesetRefusedException e) {
            refuse(files.version(), e.diagnostics());
        } catch (RuntimeException | Error e) {
            LOG.error("The rules broke the compiler", e);
            refuse(
                    files.version(),
                    List.of(Diagnostic.error(
                            null, "compiler-failed", "The compiler failed on these rules: " + e.getMessage())));
        }
    }

    private static RulesetAttempt activated(RulesetFiles files) {
        return new RulesetAttempt(files.version(), Instant.now(), Outcome.ACTIVATED, List.of());
    }

    synchronized void refuse(@Nullable String version, List<Diagnostic> diagnostics) {
        metrics.refused();
        active.note(new RulesetAttempt(version, Instant.now(), Outcome.REFUSED, diagnostics));
        LOG.errorf(
                "Refused the rules in %s; %s\n%s",
                directory,
                active.active()
                        .map(current -> current.ruleset().version() + " goes on deciding")
                        .orElse("no ruleset is active, so nothing is decided"),
                String.join("\n", diagnostics.stream().map(Diagnostic::toString).toList()));
    }
}
