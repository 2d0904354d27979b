package dev.shipgate.rulesets;

import dev.shipgate.policy.folder.RulesConfig;
import dev.shipgate.policy.live.ActiveRuleset;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells where the rules can be changed: here, or in the place that their folder comes from. */
@ApplicationScoped
public class RulesFolder {

    /** The place where rules are changed. */
    public enum Master {
        /** The service writes the folder. A folder below it that is a link is somebody else's. */
        SERVICE,
        /** The folder is a Git work tree: what is written here only, the next checkout takes away. */
        GIT,
        /** The folder cannot be written, as one that is mounted from elsewhere. */
        ELSEWHERE
    }

    private final ActiveRuleset active;
    private final Path root;

    RulesFolder(ActiveRuleset active, RulesConfig config) {
        this.active = active;
        this.root = config.dir().toAbsolutePath().normalize();
    }

    /**
     * The place where a file is changed.
     *
     * @param path below the rules folder; a path that leaves it is refused when it is sent, not here
     */
    public Master masterOf(String path) {
        if (active.state().active().filter(now -> now.commit() != null).isPresent()) {
            return Master.GIT;
        }
        int slash = path.indexOf('/');
        Path folder = slash <= 0 ? root : root.resolve(path.substring(0, slash));
        boolean isOurs =
                isWritable(root) && isWritable(folder) && (folder.equals(root) || !Files.isSymbolicLink(folder));
        return isOurs ? Master.SERVICE : Master.ELSEWHERE;
    }

    /** The folder. */
    public Path place() {
        return root;
    }

    /** A folder that is not there yet can be made. */
    private static boolean isWritable(Path folder) {
        return !Files.exists(folder) || Files.isWritable(folder);
    }
}
