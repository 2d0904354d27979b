package dev.shipgate.console;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The way of each list with filters in its address. */
public final class ListPage {

    private ListPage() {}

    /**
     * Shows a list.
     *
     * @param found makes the page; throws an {@link InvalidBodyException} where the API refuses the filters
     * @param refused makes the page that says what is wrong with the filters, and keeps them
     * @return the page, with status 400 where the filters are refused, or a redirect to the same list without the
     *     fields of its form that were left empty
     */
    public static Object of(
            UriInfo uri,
            Function<Filters, TemplateInstance> found,
            BiFunction<Filters, List<String>, TemplateInstance> refused) {
        Filters filters = Filters.of(uri);
        if (Filters.hasEmpty(uri)) {
            return SeeOther.page(filters.address());
        }
        try {
            return found.apply(filters);
        } catch (InvalidBodyException e) {
            List<String> problems = e.problems().stream().map(Problem::detail).toList();
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(refused.apply(filters, problems))
                    .build();
        }
    }
}
