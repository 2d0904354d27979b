package dev.shipgate.policy.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The origins of the compiled folders of a ruleset.
 *
 * @param compiled how many were compiled for it
 * @param cached how many had been compiled before, by an earlier start as well, and were read
 * @param unchanged how many it shares with the ruleset before
 */
public record FolderOrigins(int compiled, int cached, int unchanged) {

    public static FolderOrigins of(Map<String, CompiledRules> folders, @Nullable Ruleset previous) {
        int cached = 0;
        int unchanged = 0;
        for (Map.Entry<String, CompiledRules> folder : folders.entrySet()) {
            if (previous != null && previous.rules(folder.getKey()).equals(folder.getValue())) {
                unchanged++;
            } else if (folder.getValue().wereCached()) {
                cached++;
            }
        }
        return new FolderOrigins(folders.size() - cached - unchanged, cached, unchanged);
    }
}
