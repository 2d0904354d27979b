package dev.shipgate.console.rules;

import dev.shipgate.access.Roles;
import dev.shipgate.console.diff.DiffRows;
import dev.shipgate.rulesets.RulesetVersions;
import dev.shipgate.rulesets.RulesetVersions.Version;
import dev.shipgate.rulesets.RulesetVersions.VersionFile;
import dev.shipgate.rulesets.RulesetVersions.VersionText;
import dev.shipgate.rulesets.VersionsResource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The rules that decided at any time. */
@Path("/console/rules/versions")
@RolesAllowed({Roles.AUDIT, Roles.AUTHOR, Roles.PUBLISH})
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VersionsPage {

    private static final int MAX_VERSIONS = 200;

    /** A page of more differences would take long, and nobody reads them. */
    private static final int MAX_FILES = 50;

    private final VersionsResource versions;
    private final RulesetVersions known;

    VersionsPage(VersionsResource versions, RulesetVersions known) {
        this.versions = versions;
        this.known = known;
    }

    /** The pages of this class. */
    @CheckedTemplate(basePath = "rules")
    static class Templates {
        private Templates() {}

        static native TemplateInstance versions(List<VersionLink> versions, int more);

        static native TemplateInstance version(
                VersionText version,
                URI activation,
                @Nullable String before,
                @Nullable URI beforePage,
                List<FileChange> changes,
                int more,
                List<FileLink> files);
    }

    /** A version in the list. */
    record VersionLink(Version version, URI page) {}

    /** A file that differs from the version before. */
    record FileChange(String path, String word, DiffRows difference) {}

    @GET
    public TemplateInstance list() {
        List<Version> all = versions.list().rulesets();
        List<VersionLink> shown = all.stream()
                .limit(MAX_VERSIONS)
                .map(version -> new VersionLink(version, RuleLinks.version(version.version())))
                .toList();
        return Templates.versions(shown, all.size() - shown.size());
    }

    @GET
    @Path("/{version}")
    public TemplateInstance version(@RestPath String version, @RestQuery @Nullable String from) {
        VersionText after = versions.show(version);
        String before = from == null || from.isEmpty() ? known.before(version).orElse(null) : from;
        List<VersionFile> filesBefore =
                before == null ? List.of() : versions.show(before).files();
        // Of the first version everything is new, which says nothing.
        List<String> differing = before == null ? List.of() : differing(filesBefore, after.files());
        Map<String, String> textsBefore = texts(filesBefore);
        Map<String, String> textsAfter = texts(after.files());
        List<FileChange> changes = new ArrayList<>();
        for (String path : differing.subList(0, Math.min(MAX_FILES, differing.size()))) {
            changes.add(change(path, textsBefore.get(path), textsAfter.get(path)));
        }
        return Templates.version(
                after,
                RuleLinks.activation(version),
                before,
                before == null ? null : RuleLinks.version(before),
                changes,
                differing.size() - changes.size(),
                after.files().stream()
                        .map(file -> new FileLink(file.path(), RuleLinks.file(file.path(), version)))
                        .toList());
    }

    private static FileChange change(String path, @Nullable String before, @Nullable String after) {
        return new FileChange(
                path,
                before == null ? "added" : after == null ? "removed" : "changed",
                DiffRows.of(before == null ? "" : before, after == null ? "" : after));
    }

    private static List<String> differing(List<VersionFile> before, List<VersionFile> after) {
        TreeSet<String> paths = new TreeSet<>();
        Map<String, String> textsBefore = texts(before);
        Map<String, String> textsAfter = texts(after);
        paths.addAll(textsBefore.keySet());
        paths.addAll(textsAfter.keySet());
        paths.removeIf(path -> textsAfter.getOrDefault(path, "").equals(textsBefore.getOrDefault(path, ""))
                && textsBefore.containsKey(path) == textsAfter.containsKey(path));
        return List.copyOf(paths);
    }

    private static Map<String, String> texts(List<VersionFile> files) {
        return files.stream().collect(Collectors.toMap(VersionFile::path, VersionFile::text, (first, second) -> first));
    }
}
