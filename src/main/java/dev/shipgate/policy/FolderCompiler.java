package dev.shipgate.policy;

import java.time.Duration;
import java.util.List;

/** Compiles the rules of one folder. */
final class FolderCompiler {

    private static final Duration MAX_OPENING = Duration.ofSeconds(10);

    private FolderCompiler() {}

    static CompiledRules compile(List<RuleFile> drl) throws RulesetRefusedException {
        List<ParsedDrl> parsed = drl.stream().map(ParsedDrl::parse).toList();
        List<Diagnostic> syntaxErrors =
                parsed.stream().flatMap(file -> file.errors().stream()).toList();
        if (!syntaxErrors.isEmpty()) {
            throw new RulesetRefusedException(syntaxErrors);
        }
        DroolsBuild build = DroolsBuild.of(drl);
        if (!build.errors().isEmpty()) {
            throw new RulesetRefusedException(() -> new CompileErrors(parsed).locate(build.errors()));
        }
        // To open a build runs what rules compute when they are made, such as a salience.
        EvaluationDeadline.start(MAX_OPENING);
        try {
            return CompiledRules.open(build, parsed);
        } catch (RuntimeException | Error e) {
            build.discard();
            if (EvaluationDeadline.Passed.isCauseOf(e)) {
                throw new RulesetRefusedException(List.of(Diagnostic.error(
                        null,
                        "never-ready",
                        "The rules were not ready to run after " + MAX_OPENING.toSeconds() + " s.")));
            }
            throw e;
        } finally {
            EvaluationDeadline.stop();
        }
    }
}
