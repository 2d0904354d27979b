package dev.shipgate.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Says in each answer 405 which methods the path takes, as RFC 9110 requires of the header {@code Allow}. */
public class AllowedMethods {

    private static final int METHOD_NOT_ALLOWED = 405;

    private static final String PARAMETER = "\\{[^}]*}";

    /**
     * @param literals how many characters of its path are no parameters: of several paths that match, the most count
     */
    private record Endpoint(Pattern path, int literals, String method) {}

    private final List<Endpoint> endpoints = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                add(path.value(), bean.getBeanClass());
            }
        }
    }

    private void add(String path, Class<?> resource) {
        for (Method method : resource.getMethods()) {
            String name = httpMethod(method);
            if (name != null) {
                Path further = method.getAnnotation(Path.class);
                String template = path + (further == null ? "" : further.value());
                // All parameters of paths here are one segment, and a slash at the end is passed over.
                Pattern pattern = Pattern.compile(template.replaceAll(PARAMETER, "[^/]+") + "/?");
                endpoints.add(
                        new Endpoint(pattern, template.replaceAll(PARAMETER, "").length(), name));
            }
        }
    }

    private static @Nullable String httpMethod(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod found = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (found != null) {
                return found.value();
            }
        }
        return null;
    }

    private List<Endpoint> matching(String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .toList();
    }

    @ServerResponseFilter
    public void allow(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != METHOD_NOT_ALLOWED) {
            return;
        }
        TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
        List<Endpoint> matching = matching(request.getUriInfo().getPath());
        int literals = matching.stream().mapToInt(Endpoint::literals).max().orElse(0);
        matching.stream().filter(endpoint -> endpoint.literals() == literals).forEach(endpoint -> {
            methods.add(endpoint.method());
            if (endpoint.method().equals("GET")) {
                methods.add("HEAD");
            }
        });
        response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
    }
}
