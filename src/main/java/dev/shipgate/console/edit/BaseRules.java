package dev.shipgate.console.edit;

import dev.shipgate.rulesets.RulesetVersions.VersionFile;
import dev.shipgate.rulesets.VersionsResource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that a change is made to.
 *
 * @param version empty where no rules decide
 * @param texts by path
 */
record BaseRules(String version, Map<String, String> texts) {

    /** Those of a version. It is a problem with status 404 when there is no such. */
    static BaseRules of(String version, VersionsResource versions) {
        List<VersionFile> files =
                version.isEmpty() ? List.of() : versions.show(version).files();
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(file.path(), file.text()));
        return new BaseRules(version, texts);
    }

    /** The text of a file; null when there is none of this path. */
    @Nullable
    String text(String path) {
        return texts.get(path);
    }

    /** All files with one of them changed, by path. */
    Map<String, String> with(EditForm form) {
        Map<String, String> changed = new HashMap<>(texts);
        String after = form.after(text(form.path()));
        if (after == null) {
            changed.remove(form.path());
        } else {
            changed.put(form.path(), after);
        }
        return changed;
    }
}
