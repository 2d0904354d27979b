package dev.shipgate.http;

import dev.shipgate.json.InvalidBodyException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that a resource does not have, or that are there twice: a mistyped one would be thought to
 * have worked. Resources that take the whole query as {@link UriInfo} read it with {@link QueryParameters}, which
 * refuses them too.
 */
public class UnknownQuery {

    @ServerRequestFilter
    public void refuse(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method == null || uri.getQueryParameters().isEmpty() || takesWholeQuery(method)) {
            return;
        }
        Set<String> known = known(method);
        List<String> problems = new ArrayList<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add("The query parameter " + name + " is not known here. "
                        + (known.isEmpty() ? "There is none." : "Maybe one of " + known + "?"));
            } else if (values.size() > 1) {
                problems.add("The query parameter " + name + " is there more than once. Which one is meant?");
            }
        });
        if (!problems.isEmpty()) {
            throw InvalidBodyException.ofParameters(problems);
        }
    }

    private static boolean takesWholeQuery(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(UriInfo.class);
    }

    private static Set<String> known(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                names.add(parameter.getName());
            }
        }
        return names;
    }
}
