package dev.shipgate.policy.compile;

import dev.shipgate.policy.AllowanceUsedError;
import dev.shipgate.policy.Causes;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.cache.CompilationCache;
import dev.shipgate.policy.confinement.inspect.ClassInspector;
import dev.shipgate.policy.confinement.inspect.ConfinementViolation;
import dev.shipgate.policy.confinement.inspect.EvidenceInspector;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import dev.shipgate.policy.drl.ParsedDrl;
import dev.shipgate.policy.drl.ParsedQuery;
import dev.shipgate.policy.drools.CompiledClasses;
import dev.shipgate.policy.drools.DroolsBuild;
import dev.shipgate.policy.session.CompiledRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kie.api.runtime.KieContainer;

/** Compiles the rules of one folder. */
public final class FolderCompiler {

    private static final Duration MAX_OPENING = Duration.ofSeconds(5);
    private static final long MAX_OPENING_BYTES = 256L << 20;

    private FolderCompiler() {}

    public static CompiledRules compile(List<RuleFile> drl) throws RulesetRefusedException {
        return compile(drl, CompilationCache.NONE);
    }

    /** The same, unless it was compiled before. */
    public static CompiledRules compile(List<RuleFile> drl, CompilationCache cache) throws RulesetRefusedException {
        return compileParsed(drl.stream().map(ParsedDrl::parse).toList(), cache);
    }

    /** Takes the rules that were compiled before, if there are any and they pass the same checks; else compiles. */
    static CompiledRules compileParsed(List<ParsedDrl> parsed, CompilationCache cache) throws RulesetRefusedException {
        requireNoSyntaxErrors(parsed);
        List<RuleFile> drl = parsed.stream().map(ParsedDrl::file).toList();
        Optional<CompiledRules> before = reopened(drl, parsed, cache);
        return before.isPresent() ? before.get() : built(drl, parsed, cache);
    }

    private static void requireNoSyntaxErrors(List<ParsedDrl> parsed) throws RulesetRefusedException {
        List<Diagnostic> syntaxErrors = new ArrayList<>();
        parsed.forEach(file -> syntaxErrors.addAll(file.errors()));
        syntaxErrors.addAll(ParsedQuery.endless(
                parsed.stream().flatMap(file -> file.queries().stream()).toList()));
        if (!syntaxErrors.isEmpty()) {
            throw new RulesetRefusedException(
                    () -> Stream.concat(syntaxErrors.stream(), ReadableFiles.errors(parsed).stream())
                            .toList());
        }
    }

    private static Optional<CompiledRules> reopened(List<RuleFile> drl, List<ParsedDrl> parsed, CompilationCache cache)
            throws RulesetRefusedException {
        Optional<CompiledClasses> found = cache.find(drl);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(confined(DroolsBuild.of(found.get()), parsed));
        } catch (RulesetRefusedException e) {
            if (e.isOfTheWholeCompiler()) {
                throw e;
            }
            // If the rules themselves are wrong, compiling them again says so.
            cache.unusable(drl, new IllegalArgumentException(e.diagnostics().toString()));
        } catch (RuntimeException | Error e) {
            cache.unusable(drl, e);
        }
        return Optional.empty();
    }

    private static CompiledRules built(List<RuleFile> drl, List<ParsedDrl> parsed, CompilationCache cache)
            throws RulesetRefusedException {
        DroolsBuild build = DroolsBuild.of(drl);
        if (!build.errors().isEmpty()) {
            throw new RulesetRefusedException(() -> new CompileErrors(parsed).locate(build.errors()));
        }
        CompiledClasses classes = build.toCache();
        CompiledRules rules = confined(build, parsed);
        cache.put(drl, classes);
        return rules;
    }

    /** The rules of a build, which is released if they may not run. */
    private static CompiledRules confined(DroolsBuild build, List<ParsedDrl> parsed) throws RulesetRefusedException {
        try {
            requireConfined(build, parsed);
            List<Diagnostic> losses = evidenceLosses(build, parsed);
            build.weave();
            return open(build, parsed, losses);
        } catch (RulesetRefusedException | RuntimeException | Error e) {
            build.discard();
            throw e;
        }
    }

    /** Nothing of the rules has run yet, and nothing does that they may not. */
    private static void requireConfined(DroolsBuild build, List<ParsedDrl> parsed) throws RulesetRefusedException {
        List<ConfinementViolation> violations = ClassInspector.inspect(build.classes());
        if (!violations.isEmpty()) {
            throw new RulesetRefusedException(
                    new ViolationPlaces(new CodePlaces(parsed, build::bytesOfClass)).diagnostics(violations));
        }
    }

    /**
     * The places where rules take evidence away. Such rules must not decide any more, but a replay may repeat their
     * decisions.
     */
    private static List<Diagnostic> evidenceLosses(DroolsBuild build, List<ParsedDrl> parsed) {
        return new EvidencePlaces(new CodePlaces(parsed, build::bytesOfClass))
                .diagnostics(EvidenceInspector.inspect(build.classes()));
    }

    private static CompiledRules open(DroolsBuild build, List<ParsedDrl> parsed, List<Diagnostic> losses)
            throws RulesetRefusedException {
        KieContainer container = build.open();
        // Opening runs code of the rules, such as a computed salience.
        try {
            EvaluationAllowance.start(MAX_OPENING, MAX_OPENING_BYTES);
            return CompiledRules.open(container, build, parsed, losses);
        } catch (RuntimeException | Error e) {
            container.dispose();
            throw new RulesetRefusedException(List.of(Diagnostic.error(null, "never-ready", whyNotReady(e))));
        } finally {
            EvaluationAllowance.stop();
        }
    }

    private static String whyNotReady(Throwable thrown) {
        String detail = "";
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof AllowanceUsedError) {
                return "The rules were not ready to run after " + MAX_OPENING.toSeconds()
                        + " s, or asked for more memory than " + MAX_OPENING_BYTES + " bytes.";
            }
            detail = Causes.words(cause);
        }
        return "The rules cannot be made ready to run: " + detail;
    }
}
