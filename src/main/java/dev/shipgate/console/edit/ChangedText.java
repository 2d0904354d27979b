package dev.shipgate.console.edit;

import dev.shipgate.console.diff.DiffRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** A file that another version has another text of. */
record ChangedText(String path, String word, DiffRows difference) {

    /** A page of more would take long, and nobody reads it. */
    private static final int MAX_FILES = 50;

    static List<ChangedText> between(BaseRules before, BaseRules after) {
        TreeSet<String> paths = new TreeSet<>(before.texts().keySet());
        paths.addAll(after.texts().keySet());
        List<ChangedText> changed = new ArrayList<>();
        for (String path : paths) {
            String old = before.text(path);
            String next = after.text(path);
            if (!Objects.equals(old, next) && changed.size() < MAX_FILES) {
                changed.add(new ChangedText(
                        path,
                        old == null ? "comes back" : next == null ? "goes" : "changes",
                        DiffRows.of(Objects.requireNonNullElse(old, ""), Objects.requireNonNullElse(next, ""))));
            }
        }
        return changed;
    }
}
