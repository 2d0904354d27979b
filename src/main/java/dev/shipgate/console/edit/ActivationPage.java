package dev.shipgate.console.edit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.access.Roles;
import dev.shipgate.console.SeeOther;
import dev.shipgate.console.rules.RuleLinks;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import dev.shipgate.rulesets.ActiveRulesetResource;
import dev.shipgate.rulesets.PublicationResource;
import dev.shipgate.rulesets.RulesFolder;
import dev.shipgate.rulesets.RulesFolder.Master;
import dev.shipgate.rulesets.RulesetVersions.VersionText;
import dev.shipgate.rulesets.VersionsResource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page on which an earlier version is made to decide again. */
@Path("/console/rules/edit/activation")
@RolesAllowed(Roles.PUBLISH)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ActivationPage {

    private final VersionsResource versions;
    private final ActiveRulesetResource active;
    private final PublicationResource publication;
    private final RulesFolder folder;
    private final ObjectMapper json;

    ActivationPage(
            VersionsResource versions,
            ActiveRulesetResource active,
            PublicationResource publication,
            RulesFolder folder,
            ObjectMapper json) {
        this.versions = versions;
        this.active = active;
        this.publication = publication;
        this.folder = folder;
        this.json = json;
    }

    /** The page of this class. */
    @CheckedTemplate(basePath = "edit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance activation(
                VersionText version,
                URI versionPage,
                String seen,
                List<ChangedText> changes,
                boolean isHere,
                String place,
                String message,
                List<String> problems);
    }

    @GET
    public TemplateInstance form(@RestQuery @Nullable String version) {
        return page(Objects.requireNonNullElse(version, ""), "", List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response activate(
            @RestForm @Nullable String version, @RestForm @Nullable String seen, @RestForm @Nullable String message) {
        String asked = Objects.requireNonNullElse(version, "");
        String why = Objects.requireNonNullElse(message, "");
        try {
            if (!isHere()) {
                return again(
                        409, asked, why, List.of("Nothing has changed: these rules are changed where they come from."));
            }
            publication.activate(asked, EditRequest.toActivate(json, Objects.requireNonNullElse(seen, ""), why));
            return SeeOther.page(RuleLinks.version(asked));
        } catch (InvalidBodyException e) {
            return again(
                    400, asked, why, e.problems().stream().map(Problem::detail).toList());
        } catch (HttpProblem e) {
            if (e.getStatusCode() == 404) {
                throw e;
            }
            return again(e.getStatusCode(), asked, why, problems(e));
        }
    }

    private static List<String> problems(HttpProblem problem) {
        Stream<String> diagnostics = problem.getParameters().get("diagnostics") instanceof List<?> told
                ? told.stream().map(Object::toString)
                : Stream.of();
        return Stream.concat(Stream.of(Objects.requireNonNullElse(problem.getDetail(), "")), diagnostics)
                .toList();
    }

    private Response again(int status, String version, String message, List<String> problems) {
        return Response.status(status).entity(page(version, message, problems)).build();
    }

    private TemplateInstance page(String version, String message, List<String> problems) {
        VersionText asked = versions.show(version);
        String seen = Objects.requireNonNullElse(active.active().version(), "");
        return Templates.activation(
                asked,
                RuleLinks.version(version),
                seen,
                ChangedText.between(BaseRules.of(seen, versions), BaseRules.of(version, versions)),
                isHere(),
                folder.place().toString(),
                message,
                problems);
    }

    private boolean isHere() {
        return folder.masterOf("") == Master.SERVICE;
    }
}
