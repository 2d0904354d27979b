package dev.shipgate.console.edit;

import dev.shipgate.console.Viewer;
import dev.shipgate.console.diff.DiffRows;
import dev.shipgate.rulesets.ActiveRulesetResource;
import dev.shipgate.rulesets.Patch;
import dev.shipgate.rulesets.RulesFolder;
import dev.shipgate.rulesets.RulesFolder.Master;
import dev.shipgate.rulesets.VersionsResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what somebody typed with what decides. */
@ApplicationScoped
class Edits {

    private final ActiveRulesetResource active;
    private final VersionsResource versions;
    private final RulesFolder folder;
    private final Viewer viewer;

    Edits(ActiveRulesetResource active, VersionsResource versions, RulesFolder folder, Viewer viewer) {
        this.active = active;
        this.versions = versions;
        this.folder = folder;
        this.viewer = viewer;
    }

    /** A file as it decides now; a new one when none of this path does. */
    EditView begin(String path) {
        BaseRules now = BaseRules.of(activeVersion(), versions);
        String text = Objects.requireNonNullElse(now.text(path), "").replace("\r\n", "\n");
        EditForm form = new EditForm(path, now.version(), text, false, "", "");
        return new EditView(
                form, now.text(path) == null, folder.masterOf(path), place(), List.of(), null, null, null, null);
    }

    /** A change with which nothing was done. */
    EditView refused(EditForm form, List<String> problems) {
        return view(form, problems, null);
    }

    /** A change that was tried. */
    EditView tried(EditForm form, CheckView check) {
        return view(form, List.of(), check);
    }

    private EditView view(EditForm form, List<String> problems, @Nullable CheckView check) {
        BaseRules base = base(form);
        String before = base.text(form.path());
        Master master = folder.masterOf(form.path());
        Conflict conflict = conflict(base, form.path());
        return new EditView(
                conflict != null && conflict.difference() == null ? form.on(conflict.version()) : form,
                before == null,
                master,
                place(),
                problems,
                check,
                DiffRows.of(Objects.requireNonNullElse(before, ""), Objects.requireNonNullElse(form.after(before), "")),
                conflict,
                master == Master.SERVICE && viewer.isPublisher() ? null : patch(form));
    }

    /** The rules that a change is made to. */
    BaseRules base(EditForm form) {
        return BaseRules.of(form.base(), versions);
    }

    /** Whether other rules decide than those that a change was made to. */
    boolean isOvertaken(EditForm form) {
        return !form.base().equals(activeVersion());
    }

    boolean mayBePublished(EditForm form) {
        return folder.masterOf(form.path()) == Master.SERVICE;
    }

    @Nullable
    String patch(EditForm form) {
        String before = base(form).text(form.path());
        return Patch.of(form.path(), before, form.after(before));
    }

    private @Nullable Conflict conflict(BaseRules base, String path) {
        String version = activeVersion();
        return version.equals(base.version()) || version.isEmpty()
                ? null
                : Conflict.of(base, BaseRules.of(version, versions), versions.show(version), path);
    }

    private String activeVersion() {
        return Objects.requireNonNullElse(active.active().version(), "");
    }

    private String place() {
        return folder.place().toString();
    }
}
