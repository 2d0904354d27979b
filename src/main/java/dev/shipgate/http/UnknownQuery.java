package dev.shipgate.http;

import dev.shipgate.json.InvalidBodyException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that a resource does not have: one that is mistyped and passed over would be thought to have
 * worked. Resources that take the whole query, as {@link UriInfo}, read it with {@link QueryParameters}, which refuses too.
 */
public class UnknownQuery {

    @ServerRequestFilter
    public void refuse(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method == null || uri.getQueryParameters().isEmpty() || takesWholeQuery(method)) {
            return;
        }
        Set<String> known = known(method);
        List<String> problems = uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "The query parameter " + name + " is not known here. "
                        + (known.isEmpty() ? "There is none." : "Maybe one of " + known + "?"))
                .toList();
        if (!problems.isEmpty()) {
            throw InvalidBodyException.ofParameters(problems);
        }
    }

    private static boolean takesWholeQuery(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(UriInfo.class);
    }

    private static Set<String> known(Method method) {
        Set<String> names = new TreeSet<>();
        QueryNames declared = method.getAnnotation(QueryNames.class);
        if (declared != null) {
            names.addAll(List.of(declared.value()));
        }
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                names.add(parameter.getName());
            }
        }
        return names;
    }
}
