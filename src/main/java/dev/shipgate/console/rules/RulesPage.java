package dev.shipgate.console.rules;

import dev.shipgate.access.Roles;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.rulesets.ActiveRulesetResource;
import dev.shipgate.rulesets.ActiveRulesetResponse;
import dev.shipgate.rulesets.ActiveTexts;
import dev.shipgate.rulesets.VersionsResource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The rules that decide, and their files. */
@Path("/console/rules")
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RulesPage {

    private static final String OWNER = "owner";

    private final ActiveRulesetResource active;
    private final ActiveTexts texts;
    private final VersionsResource versions;

    RulesPage(ActiveRulesetResource active, ActiveTexts texts, VersionsResource versions) {
        this.active = active;
        this.texts = texts;
        this.versions = versions;
    }

    /** The pages of this class. */
    @CheckedTemplate(basePath = "rules")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                ActiveRulesetResponse active,
                @Nullable URI version,
                List<RuleSection> sections,
                boolean byOwner,
                int rules,
                long unused,
                List<FileLink> others);

        static native TemplateInstance file(
                SourceView source, List<RuleView> rules, @Nullable String version, URI edit);
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String by) {
        ActiveRulesetResponse state = active.active();
        List<RuleView> rules = views(state);
        boolean byOwner = OWNER.equals(by);
        return Templates.list(
                state,
                state.version() == null ? null : RuleLinks.version(state.version()),
                byOwner ? RuleSection.byOwner(rules) : RuleSection.byFolder(rules),
                byOwner,
                rules.size(),
                rules.stream().filter(RuleView::isUnused).count(),
                others(state, rules));
    }

    private static List<FileLink> others(ActiveRulesetResponse state, List<RuleView> rules) {
        List<String> ofRules = rules.stream().map(rule -> rule.info().file()).toList();
        return state.files().stream()
                .map(ActiveRulesetResponse.FileHash::path)
                .filter(path -> !ofRules.contains(path))
                .map(path -> new FileLink(path, RuleLinks.file(path)))
                .toList();
    }

    private static List<RuleView> views(ActiveRulesetResponse state) {
        return state.rules().stream().map(RuleView::of).toList();
    }

    @GET
    @Path("/file")
    public TemplateInstance file(@RestQuery @Nullable String path, @RestQuery @Nullable String version) {
        String asked = Objects.requireNonNullElse(path, "");
        if (version != null) {
            return Templates.file(SourceView.of(ofVersion(asked, version)), List.of(), version, RuleLinks.edit(asked));
        }
        ActiveTexts.Lines lines = texts.file(asked)
                .orElseThrow(() -> NotFoundProblem.of(
                        "The rules that decide now have no file \"" + asked + "\". Maybe an earlier version has it?"));
        List<RuleView> rules = views(active.active()).stream()
                .filter(rule -> rule.info().file().equals(path))
                .toList();
        return Templates.file(SourceView.of(lines), rules, null, RuleLinks.edit(asked));
    }

    private ActiveTexts.Lines ofVersion(String path, String version) {
        return versions.show(version).files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(file -> new ActiveTexts.Lines(path, 1, ActiveTexts.lines(file.text())))
                .orElseThrow(() -> NotFoundProblem.of("The version " + version + " has no file \"" + path + "\"."));
    }
}
