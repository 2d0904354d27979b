package dev.shipgate.policy;

import dev.shipgate.policy.confinement.AllowanceUsedError;
import dev.shipgate.policy.confinement.ClassInspector;
import dev.shipgate.policy.confinement.EvaluationAllowance;
import dev.shipgate.policy.confinement.Trespass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.KieContainer;

/** Compiles the rules of one folder. */
final class FolderCompiler {

    private static final Duration MAX_OPENING = Duration.ofSeconds(5);
    private static final long MAX_OPENING_BYTES = 256L << 20;

    private FolderCompiler() {}

    static CompiledRules compile(List<RuleFile> drl) throws RulesetRefusedException {
        List<ParsedDrl> parsed = drl.stream().map(ParsedDrl::parse).toList();
        List<Diagnostic> syntaxErrors = new ArrayList<>();
        parsed.forEach(file -> syntaxErrors.addAll(file.errors()));
        syntaxErrors.addAll(ParsedQuery.endless(
                parsed.stream().flatMap(file -> file.queries().stream()).toList()));
        if (!syntaxErrors.isEmpty()) {
            throw new RulesetRefusedException(syntaxErrors);
        }
        DroolsBuild build = DroolsBuild.of(drl);
        if (!build.errors().isEmpty()) {
            throw new RulesetRefusedException(() -> new CompileErrors(parsed).locate(build.errors()));
        }
        try {
            requireConfined(build, parsed);
            return open(build, parsed);
        } catch (RulesetRefusedException | RuntimeException | Error e) {
            build.discard();
            throw e;
        }
    }

    /** Nothing of the rules has run yet, and nothing does that they may not. */
    private static void requireConfined(DroolsBuild build, List<ParsedDrl> parsed) throws RulesetRefusedException {
        List<Trespass> trespasses = ClassInspector.inspect(build.classes());
        if (!trespasses.isEmpty()) {
            throw new RulesetRefusedException(new TrespassPlaces(parsed, build::bytesOfClass).diagnostics(trespasses));
        }
    }

    private static CompiledRules open(DroolsBuild build, List<ParsedDrl> parsed) throws RulesetRefusedException {
        KieContainer container = build.open();
        // To make rules ready runs what they compute when they are made, such as a salience.
        EvaluationAllowance.start(MAX_OPENING, MAX_OPENING_BYTES);
        try {
            return CompiledRules.open(container, build, parsed);
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
            detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        return "The rules cannot be made ready to run: " + detail;
    }
}
