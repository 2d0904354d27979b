package dev.shipgate.console.edit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.access.Roles;
import dev.shipgate.console.SeeOther;
import dev.shipgate.console.rules.RuleLinks;
import dev.shipgate.http.limit.TooManyRequestsException;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.rulesets.PublicationResource;
import dev.shipgate.rulesets.ValidationResource;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page on which a file of rules is changed, tried and published. */
@Path("/console/rules/edit")
@RolesAllowed({Roles.AUTHOR, Roles.PUBLISH})
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class EditPage {

    private final Edits edits;
    private final ValidationResource validation;
    private final PublicationResource publication;
    private final ObjectMapper json;

    EditPage(Edits edits, ValidationResource validation, PublicationResource publication, ObjectMapper json) {
        this.edits = edits;
        this.validation = validation;
        this.publication = publication;
        this.json = json;
    }

    /** The page of this class. */
    @CheckedTemplate(basePath = "edit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance edit(EditView view, int maxBacktested);
    }

    @GET
    public Response edit(@RestQuery @Nullable String path) {
        return page(200, edits.begin(Objects.requireNonNullElse(path, "")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> sent) throws InterruptedException {
        EditForm form = EditForm.of(sent);
        String action = Objects.requireNonNullElse(sent.getFirst("action"), "");
        try {
            return switch (action) {
                case "publish" -> publish(form);
                case "patch" -> patch(form);
                default -> check(form);
            };
        } catch (InvalidBodyException e) {
            return page(
                    400,
                    edits.refused(
                            form, e.problems().stream().map(Problem::detail).toList()));
        } catch (TooManyRequestsException e) {
            return page(429, edits.refused(form, List.of(Objects.requireNonNull(e.getMessage()))));
        }
    }

    private Response check(EditForm form) throws InterruptedException {
        Integer backtest = null;
        if (!form.backtest().isEmpty()) {
            backtest = EditRequest.number(form.backtest(), ValidationResource.MAX_BACKTESTED);
            if (backtest == null) {
                return page(
                        400,
                        edits.refused(
                                form,
                                List.of("The number of decisions must be a whole number from 1 to "
                                        + ValidationResource.MAX_BACKTESTED + ".")));
            }
        }
        byte[] body = EditRequest.toTry(json, edits.base(form), form);
        return page(200, edits.tried(form, CheckView.of(validation.validate(body, backtest), form.path())));
    }

    private Response publish(EditForm form) {
        if (!edits.mayBePublished(form)) {
            return page(
                    409,
                    edits.refused(
                            form, List.of("Nothing was published: these rules are changed where they come from.")));
        }
        if (edits.isOvertaken(form)) {
            return page(409, edits.refused(form, List.of()));
        }
        try {
            PublicationResource.Published published =
                    publication.published(EditRequest.toPublish(json, edits.base(form), form));
            return SeeOther.page(
                    RuleLinks.version(published.version()) + (form.base().isEmpty() ? "" : "?from=" + form.base()));
        } catch (HttpProblem e) {
            return page(e.getStatusCode(), afterRefusal(form, e));
        }
    }

    private EditView afterRefusal(EditForm form, HttpProblem problem) {
        if (problem.getParameters().get("diagnostics") instanceof List<?> told) {
            List<Diagnostic> diagnostics = told.stream()
                    .filter(Diagnostic.class::isInstance)
                    .map(Diagnostic.class::cast)
                    .toList();
            return edits.tried(form, CheckView.ofRefused(diagnostics, form.path()));
        }
        return edits.refused(
                form,
                edits.isOvertaken(form) ? List.of() : List.of(Objects.requireNonNullElse(problem.getDetail(), "")));
    }

    private Response patch(EditForm form) {
        String patch = edits.patch(form);
        if (patch == null || patch.isEmpty()) {
            return page(
                    422,
                    edits.refused(
                            form,
                            List.of(
                                    patch == null
                                            ? "The file has too many lines for a patch to be worked out here."
                                            : "There is no patch, since nothing has changed.")));
        }
        return Response.ok(patch, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"rules.patch\"")
                .build();
    }

    private static Response page(int status, EditView view) {
        return Response.status(status)
                .entity(Templates.edit(view, ValidationResource.MAX_BACKTESTED))
                .build();
    }
}
