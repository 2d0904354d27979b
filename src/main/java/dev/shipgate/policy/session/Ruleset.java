package dev.shipgate.policy.session;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RulesetFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiled rules of all folders, under one version. Disposed of when replaced and out of use. */
public final class Ruleset {

    private final RulesetFiles files;
    private final Map<String, CompiledRules> rulesByFolder;
    private final List<RuleInfo> rules;
    private final List<Diagnostic> warnings;
    private final FolderOrigins origins;
    private final ReferenceCount references;

    public Ruleset(
            RulesetFiles files,
            Map<String, CompiledRules> rulesByFolder,
            FolderOrigins origins,
            List<Diagnostic> warnings) {
        this.files = files;
        this.origins = origins;
        this.rulesByFolder = rulesByFolder;
        this.rules = sorted(rulesByFolder);
        this.warnings = List.copyOf(warnings);
        this.references = new ReferenceCount(() ->
                rulesByFolder.values().forEach(folder -> folder.references().release()));
    }

    private static List<RuleInfo> sorted(Map<String, CompiledRules> rulesByFolder) {
        List<RuleInfo> all = new ArrayList<>();
        rulesByFolder.values().forEach(folder -> all.addAll(folder.rules()));
        all.sort(Comparator.comparing(RuleInfo::file).thenComparingInt(RuleInfo::line));
        return List.copyOf(all);
    }

    public String version() {
        return files.version();
    }

    public List<RuleFile> files() {
        return files.files();
    }

    public RulesetFiles text() {
        return files;
    }

    /** All rules, by file and line. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** The possible mistakes in the rules, which do not keep them from deciding. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    public FolderOrigins origins() {
        return origins;
    }

    public ReferenceCount references() {
        return references;
    }

    CompiledRules rules(String folder) {
        CompiledRules compiled = rulesByFolder.get(folder);
        if (compiled == null) {
            throw new IllegalArgumentException("No folder of rules: " + folder);
        }
        return compiled;
    }

    /** The compiled rules of a folder with one more reference, if its text is this one; else null. */
    @Nullable
    public CompiledRules sharedRules(String folder, List<RuleFile> drl) {
        CompiledRules compiled = rulesByFolder.get(folder);
        boolean shared = compiled != null
                && files.drl(folder).equals(drl)
                && compiled.references().tryAcquire();
        return shared ? compiled : null;
    }
}
