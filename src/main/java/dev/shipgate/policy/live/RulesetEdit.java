package dev.shipgate.policy.live;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An edit of the rules: its author, its way, and its reason.
 *
 * @param source the way in which it was made
 * @param by the name of the caller; {@value #FILE} for an edit of the rules folder
 * @param message why; null when nobody said
 */
public record RulesetEdit(
        EditSource source, String by, @Nullable String message) {

    /** Stands for an edit of the rules folder. */
    public static final String FILE = "file";

    /** An edit in the rules folder. */
    public static final RulesetEdit OF_FILES = new RulesetEdit(EditSource.DIRECTORY, FILE, null);

    boolean isOfFiles() {
        return source == EditSource.DIRECTORY;
    }

    /** A way to change the rules. */
    public enum EditSource {
        /** The rules folder was edited. */
        DIRECTORY,
        /** A new text was published. */
        PUBLICATION,
        /** A version that was active before was made so again. */
        ACTIVATION;

        public String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
