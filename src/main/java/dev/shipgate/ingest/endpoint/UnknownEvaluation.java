package dev.shipgate.ingest.endpoint;

import dev.shipgate.decision.Evaluations;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers 404 where a path has the form of an evaluation or an import and there is no such: before its method, its type
 * or its role is looked at, as of any other path that there is not.
 */
public class UnknownEvaluation {

    private static final Pattern PLACE = Pattern.compile("/v1/([^/]+)(/imports(/[^/]+)?)?/?");

    /** Decoded, such a path would be taken for one with a slash more. */
    private static final Pattern SLASH_IN_FIRST_SEGMENT = Pattern.compile("/v1/[^/]*%2[fF].*");

    private static final Pattern FIRST_SEGMENT = Pattern.compile("/v1/([^/]+)");

    private final Evaluations evaluations;
    private final Importers importers;

    /** The first segments of the paths of all other resources. */
    private final Set<String> others = new HashSet<>();

    UnknownEvaluation(Evaluations evaluations, Importers importers, BeanManager beans) {
        this.evaluations = evaluations;
        this.importers = importers;
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            Matcher first = FIRST_SEGMENT.matcher(path == null ? "" : path.value());
            if (first.lookingAt()) {
                others.add(first.group(1));
            }
        }
    }

    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        if (SLASH_IN_FIRST_SEGMENT
                .matcher(request.getUriInfo().getRequestUri().getRawPath())
                .matches()) {
            throw new NotFoundException();
        }
        Matcher place = PLACE.matcher(request.getUriInfo().getPath());
        if (!place.matches() || others.contains(place.group(1))) {
            return;
        }
        boolean isThere =
                place.group(2) == null ? evaluations.hasPath(place.group(1)) : importers.hasPath(place.group(1));
        if (!isThere) {
            throw new NotFoundException();
        }
    }
}
