package dev.shipgate.console.edit;

import dev.shipgate.console.diff.DiffRows;
import dev.shipgate.console.rules.RuleLinks;
import dev.shipgate.rulesets.RulesFolder.Master;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a change.
 *
 * @param isNew whether the base has no such file
 * @param master where the file can be changed
 * @param folder the rules folder
 * @param problems why nothing was done, in sentences
 * @param check the result of trying the change; null when that was not asked for
 * @param difference the change of the file; null when that was not asked for
 * @param conflict the rules that were made active meanwhile; null when nothing was
 * @param patch the change as a patch, where the page offers it; null where it does not, or cannot
 */
record EditView(
        EditForm form,
        boolean isNew,
        Master master,
        String folder,
        List<String> problems,
        @Nullable CheckView check,
        @Nullable DiffRows difference,
        @Nullable Conflict conflict,
        @Nullable String patch) {

    /** The address of the page as it began. */
    public URI again() {
        return RuleLinks.edit(form.path());
    }

    /** Whether rules are published from here. */
    public boolean publishes() {
        return master == Master.SERVICE;
    }

    /** Whether the folder is a Git work tree. */
    public boolean isFromGit() {
        return master == Master.GIT;
    }
}
