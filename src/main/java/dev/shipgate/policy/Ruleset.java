package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiled rules of all folders, under one version. Disposed of when replaced and out of use. */
public final class Ruleset {

    static final String NO_RULES = "no-rules";

    private final RulesetFiles files;
    private final Map<String, CompiledRules> rulesByFolder;
    private final List<RuleInfo> rules;
    private final FolderOrigins origins;
    private final UseCount users;

    Ruleset(RulesetFiles files, Map<String, CompiledRules> rulesByFolder, FolderOrigins origins) {
        this.files = files;
        this.origins = origins;
        this.rulesByFolder = rulesByFolder;
        this.rules = sorted(rulesByFolder);
        this.users = new UseCount(
                () -> rulesByFolder.values().forEach(folder -> folder.users().release()));
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

    RulesetFiles text() {
        return files;
    }

    /** All rules, by file and line. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** What about the rules may be a mistake, and does not keep them from deciding. */
    public List<Diagnostic> warnings() {
        Stream<Diagnostic> ofFolders = rulesByFolder.entrySet().stream()
                .filter(folder -> folder.getValue().rules().isEmpty())
                .map(folder -> Diagnostic.warning(
                        folder.getKey(),
                        NO_RULES,
                        "There is no rule in this folder, so nothing that it decides ships. "
                                + "Maybe files are missing? A ruleset has the files of all folders."));
        Stream<Diagnostic> ofRules = rulesByFolder.values().stream().flatMap(folder -> folder.warnings().stream());
        return Stream.concat(ofFolders, ofRules)
                .sorted(Comparator.comparing(Diagnostic::file, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparingInt(Diagnostic::line))
                .toList();
    }

    FolderOrigins origins() {
        return origins;
    }

    UseCount users() {
        return users;
    }

    CompiledRules rules(String folder) {
        CompiledRules compiled = rulesByFolder.get(folder);
        if (compiled == null) {
            throw new IllegalArgumentException("No folder of rules: " + folder);
        }
        return compiled;
    }

    /** The compiled rules of a folder with one more user, if its text is this one; else null. */
    @Nullable
    CompiledRules sharedRules(String folder, List<RuleFile> drl) {
        CompiledRules compiled = rulesByFolder.get(folder);
        boolean shared = compiled != null
                && files.drl(folder).equals(drl)
                && compiled.users().tryAcquire();
        return shared ? compiled : null;
    }
}
