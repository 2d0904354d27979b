package dev.shipgate.console;

import dev.shipgate.access.browser.ConsolePaths;
import dev.shipgate.http.EarlyProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells people on a page why they do not see the one that they asked for, and how to go on. */
@ApplicationScoped
public class ProblemPages {

    /** Before anything that may refuse a request. */
    private static final int PRIORITY = 310;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    /** The pages of this class. */
    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(int status, String title, String detail, List<String> more);

        static native TemplateInstance refusal(int status, String title, String detail);
    }

    /** Problems of before the caller is known have a page without a frame, which would ask for the caller. */
    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    if (ConsolePaths.isOfConsole(exchange)) {
                        EarlyProblem.asPage(
                                exchange,
                                (status, title, detail) ->
                                        Templates.refusal(status, title, detail).render());
                    }
                    exchange.next();
                },
                PRIORITY);
    }

    @ServerResponseFilter
    public void showProblem(RoutingContext exchange, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem && ConsolePaths.isOfConsole(exchange)) {
            response.setEntity(page(problem), null, HTML);
        }
    }

    private static String page(HttpProblem problem) {
        return Templates.problem(
                        problem.getStatusCode(),
                        Objects.requireNonNullElse(problem.getTitle(), "Something is wrong"),
                        Objects.requireNonNullElse(problem.getDetail(), ""),
                        more(problem))
                .render();
    }

    /** The single problems with a request. */
    private static List<String> more(HttpProblem problem) {
        return problem.getParameters().get("errors") instanceof List<?> errors && errors.size() > 1
                ? errors.stream().map(Object::toString).toList()
                : List.of();
    }
}
