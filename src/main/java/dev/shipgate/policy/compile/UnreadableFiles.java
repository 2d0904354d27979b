package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.FileText;
import dev.shipgate.policy.MappingCheck;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.folder.RuleFileNames;
import dev.shipgate.text.HiddenCharacters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Problems of the files of a ruleset before any parser reads them: too much, names, encodings and folders. */
final class UnreadableFiles {

    /** Some ten times as much as people can look after; to compile it takes about a minute. */
    private static final int MAX_FILES = 1_000;

    private static final long MAX_CHARS = 4L << 20;

    private final Collection<String> folders;
    private final List<MappingCheck> mappings;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** @param folders those that an evaluation reads */
    private UnreadableFiles(Collection<String> folders, List<MappingCheck> mappings) {
        this.folders = folders;
        this.mappings = mappings;
    }

    static List<Diagnostic> in(RulesetFiles files, Collection<String> folders, List<MappingCheck> mappings) {
        UnreadableFiles unreadable = new UnreadableFiles(folders, mappings);
        unreadable.checkAll(files);
        Set<String> paths = new HashSet<>();
        for (RuleFile file : files.files()) {
            unreadable.checkName(file, paths.add(file.path()));
            unreadable.checkText(file);
            unreadable.checkFolder(file);
        }
        return unreadable.diagnostics;
    }

    private void checkAll(RulesetFiles files) {
        long chars =
                files.files().stream().mapToLong(file -> file.text().length()).sum();
        if (files.files().size() > MAX_FILES || chars > MAX_CHARS) {
            error(
                    null,
                    "too-much",
                    "A ruleset must have at most " + MAX_FILES + " files and " + MAX_CHARS + " characters.");
        }
        RulesetBounds.violationOfText(files.drl()).ifPresent(diagnostics::add);
        if (files.drl().isEmpty()) {
            error(
                    null,
                    RulesetLint.NO_RULES,
                    "There is no .drl file. Rules belong into the folders " + String.join(", ", folders) + ".");
        }
    }

    private void checkName(RuleFile file, boolean isFirstOfItsName) {
        if (!isFirstOfItsName) {
            error(
                    file.path(),
                    "file-name",
                    "Two files have this name in the encoding of this machine. Maybe use letters from a to z?");
        }
        RuleFileNames.meant(file.path())
                .ifPresent(meant -> error(
                        file.path(), "file-name", "A file of this name would be passed over. Maybe " + meant + "?"));
    }

    private void checkText(RuleFile file) {
        int unreadable = file.text().indexOf(RuleFile.UNREADABLE);
        if (unreadable >= 0) {
            addEncoding(
                    file,
                    new FileText(file.text()).lineAt(unreadable),
                    "The line has bytes that are not UTF-8. Maybe save the file as UTF-8?");
        }
        HiddenCharacters.firstIn(file.source())
                .ifPresent(hidden -> addEncoding(
                        file,
                        hidden.line(),
                        "The line has the hidden character " + hidden.name()
                                + ", so people do not see what the compiler reads. Leave it out."));
    }

    private void checkFolder(RuleFile file) {
        if (file.isMapping()) {
            mappings.forEach(check -> diagnostics.addAll(check.diagnostics(file)));
        } else if (!folders.contains(file.folder())) {
            error(
                    file.path(),
                    "unknown-folder",
                    "No evaluation uses the rules of this folder. Maybe the file belongs into "
                            + String.join(", ", folders) + "?");
        }
    }

    private void error(@Nullable String path, String code, String message) {
        diagnostics.add(Diagnostic.error(path, code, message));
    }

    private void addEncoding(RuleFile file, int line, String message) {
        diagnostics.add(Diagnostic.error(file.path(), line, 1, null, "encoding", message));
    }
}
