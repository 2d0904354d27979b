package dev.shipgate.console.login;

import dev.shipgate.access.KeySignIn;
import dev.shipgate.access.KeySignIn.Outcome;
import dev.shipgate.access.browser.ConsolePaths;
import dev.shipgate.access.browser.Sessions;
import dev.shipgate.console.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page that takes a key, and the way out. */
@Path(ConsolePaths.LOGIN)
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class LoginPage {

    private static final String FIRST_PAGE = ConsolePaths.CONSOLE;

    /** The page of this class. */
    @CheckedTemplate(basePath = "login")
    static class Templates {
        private Templates() {}

        static native TemplateInstance login(String next, @Nullable Outcome failed, boolean takesKeys);
    }

    private final KeySignIn signIn;
    private final Sessions sessions;

    LoginPage(KeySignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GET
    public Object login(@RestQuery @Nullable String next) {
        return signIn.isNeeded() ? Templates.login(placeWithin(next), null, signIn.takesKeys()) : goTo(FIRST_PAGE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @RestForm @Nullable String key, @RestForm @Nullable String next, @Context RoutingContext exchange) {
        String place = placeWithin(next);
        Outcome outcome = signIn.signIn(exchange, Objects.requireNonNullElse(key, ""));
        if (outcome == Outcome.SIGNED_IN) {
            return goTo(place);
        }
        return Response.status(outcome == Outcome.TOO_MANY_ATTEMPTS ? 429 : 401)
                .entity(Templates.login(place, outcome, signIn.takesKeys()))
                .build();
    }

    @POST
    @Path("/end")
    public Response signOut(@Context RoutingContext exchange) {
        sessions.end(exchange);
        return goTo(ConsolePaths.LOGIN);
    }

    private static Response goTo(String place) {
        return SeeOther.page(place);
    }

    /** A place of the console, whatever the address says: signing in here must not end on the page of somebody else. */
    private static String placeWithin(@Nullable String next) {
        if (next == null) {
            return FIRST_PAGE;
        }
        try {
            URI address = new URI(next).normalize();
            boolean isWithin = address.getScheme() == null
                    && address.getRawAuthority() == null
                    && isBelowConsole(Objects.requireNonNullElse(address.getRawPath(), ""))
                    && !address.getRawPath().startsWith(ConsolePaths.LOGIN);
            return isWithin ? address.toASCIIString() : FIRST_PAGE;
        } catch (URISyntaxException e) {
            return FIRST_PAGE;
        }
    }

    private static boolean isBelowConsole(String path) {
        return path.equals(ConsolePaths.CONSOLE) || path.startsWith(ConsolePaths.CONSOLE + "/");
    }
}
