package dev.shipgate.policy;

import java.util.List;

/** Compiles the rules of one folder. */
final class FolderCompiler {

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
        try {
            return CompiledRules.open(build, parsed);
        } catch (RuntimeException | Error e) {
            build.discard();
            throw e;
        }
    }
}
